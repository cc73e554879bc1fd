"""``.venv`` is renewed exactly when it has to be."""

import re
import shutil
from pathlib import Path
from shlex import quote

import pytest

from deploy import virtualenv
from deploy.progress import Stop

ROOT = Path(__file__).resolve().parent.parent.parent


@pytest.fixture
def clone(tmp_path: Path) -> Path:
    for lock in virtualenv.LOCKS:
        (tmp_path / lock).write_text(f"{lock}==1\n")
    (tmp_path / ".venv").mkdir()
    return tmp_path


@pytest.fixture
def installed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The lock files that were installed; nothing is downloaded."""
    done: list[str] = []
    monkeypatch.setattr(virtualenv, "_works", lambda root: True)
    monkeypatch.setattr(virtualenv, "_install", lambda root, lock: done.append(lock))
    return done


def test_a_second_start_installs_nothing(clone: Path, installed: list[str]) -> None:
    virtualenv.ensure(clone, "requirements.txt")
    virtualenv.ensure(clone, "requirements.txt")
    assert installed == ["requirements.txt"]


def test_a_changed_lock_file_is_installed(clone: Path, installed: list[str]) -> None:
    virtualenv.ensure(clone, "requirements.txt")
    (clone / "requirements.txt").write_text("another==2\n")
    virtualenv.ensure(clone, "requirements.txt")
    assert installed == ["requirements.txt", "requirements.txt"]


def test_tests_add_the_tools_and_running_is_content_with_them(clone: Path, installed: list[str]) -> None:
    virtualenv.ensure(clone, "requirements.txt")
    virtualenv.ensure(clone, "requirements-dev.txt")
    virtualenv.ensure(clone, "requirements.txt")
    assert installed == ["requirements.txt", "requirements-dev.txt"]


def test_an_installation_that_failed_is_tried_again(
    clone: Path, installed: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(root: Path, lock: str) -> None:
        raise Stop("no index")

    with monkeypatch.context() as offline:
        offline.setattr(virtualenv, "_install", fail)
        with pytest.raises(Stop):
            virtualenv.ensure(clone, "requirements.txt")
    virtualenv.ensure(clone, "requirements.txt")
    assert installed == ["requirements.txt"]


def test_an_environment_of_a_moved_clone_does_not_count(clone: Path) -> None:
    programs = clone / ".venv" / "bin"
    programs.mkdir()
    (clone / ".venv" / "pyvenv.cfg").touch()
    (programs / "python").write_text("#!/bin/sh\necho /elsewhere/.venv\n")
    (programs / "python").chmod(0o755)
    assert not virtualenv._works(clone)


class Installers:
    """Stand-ins for uv and pip that write down how they were called."""

    def __init__(self, clone: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.clone, self.programs, self.written = clone, clone / ".venv" / "bin", clone / "written"
        self.programs.mkdir()
        monkeypatch.setattr(virtualenv, "_pip", self.pip)
        monkeypatch.setattr(shutil, "which", lambda name: None)
        for word in ("UV_INDEX_STRATEGY", *(word for word, _between in virtualenv._WORDS_OF_UV.values())):
            monkeypatch.delenv(word, raising=False)
        self.pip_is_told()
        self.fetched: list[str] = []
        self.gives = "exit 0"

    def pip(self, root: Path, share: Path, progress: object) -> int:
        self.fetched.append(share.name)
        if share.name == virtualenv.UV_LOCK.name and self.gives:
            self.program("uv", f'(echo "$@"; env) >> {quote(str(self.written))}; {self.gives}')
        return 0

    def pip_is_told(self, *settings: str) -> None:
        self.program("python", "\n".join(f"printf '%s\\n' {quote(one)}" for one in settings))

    def program(self, name: str, words: str) -> None:
        (self.programs / name).write_text(f"#!/bin/sh\n{words}\n")
        (self.programs / name).chmod(0o755)

    def told(self) -> list[str]:
        return self.written.read_text().splitlines()


@pytest.fixture
def installers(clone: Path, monkeypatch: pytest.MonkeyPatch) -> Installers:
    return Installers(clone, monkeypatch)


def test_uv_is_fetched_once_and_installs_what_is_pinned(clone: Path, installers: Installers) -> None:
    virtualenv._install(clone, "requirements.txt")
    virtualenv._install(clone, "requirements.txt")
    assert installers.fetched == ["uv.txt"]
    command = installers.told()[0]
    assert "--require-hashes --requirement requirements.txt" in command
    assert f"VIRTUAL_ENV={clone / '.venv'}" in installers.told()


@pytest.mark.parametrize("gives", ["", "exit 2"], ids=["it cannot be had", "it does not find the index"])
def test_without_uv_pip_installs(clone: Path, installers: Installers, gives: str) -> None:
    installers.gives = gives
    virtualenv._install(clone, "requirements.txt")
    assert sorted(installers.fetched) == ["0.txt", "1.txt", "2.txt", "uv.txt"]


def test_a_mirror_that_was_set_for_pip_holds_for_uv(clone: Path, installers: Installers) -> None:
    installers.pip_is_told(
        ":env:.index-url='https://env.example/simple'",
        "global.cert='/etc/ours.pem'",
        "global.extra-index-url='https://one.example/simple\\nhttps://two.example/simple'",
        "global.find-links='/wheels /more'",
        "global.index-url='https://file.example/simple'",
        "global.timeout='60'",
    )
    virtualenv._install(clone, "requirements.txt")
    assert {
        "UV_DEFAULT_INDEX=https://env.example/simple",
        "UV_INDEX=https://one.example/simple https://two.example/simple",
        "UV_FIND_LINKS=/wheels,/more",
        "SSL_CERT_FILE=/etc/ours.pem",
        "UV_INDEX_STRATEGY=unsafe-best-match",
    } <= set(installers.told())


def test_who_told_pip_to_ask_no_index_has_none_asked_by_uv(clone: Path, installers: Installers) -> None:
    installers.pip_is_told("global.find-links='/wheels'", "global.no-index='true'")
    virtualenv._install(clone, "requirements.txt")
    assert installers.told()[0].endswith("--no-index")
    assert "UV_FIND_LINKS=/wheels" in installers.told()


def test_what_uv_itself_was_told_goes_before(
    clone: Path, installers: Installers, monkeypatch: pytest.MonkeyPatch
) -> None:
    installers.pip_is_told("global.index-url='https://file.example/simple'")
    monkeypatch.setenv("UV_DEFAULT_INDEX", "https://ours.example/simple")
    virtualenv._install(clone, "requirements.txt")
    assert "UV_DEFAULT_INDEX=https://ours.example/simple" in installers.told()


def pins(lock: str) -> set[str]:
    return set(re.findall(r"^[\w.\[\]-]+==\S+", (ROOT / lock).read_text(), flags=re.MULTILINE))


def test_the_tools_come_with_the_very_versions_that_run() -> None:
    assert pins("requirements.txt")
    assert pins("requirements.txt") <= pins("requirements-dev.txt")


@pytest.mark.parametrize("lock", [*virtualenv.LOCKS, str(virtualenv.UV_LOCK)])
def test_every_pin_has_a_hash(lock: str) -> None:
    entries = re.split(r"\n(?=\S)", (ROOT / lock).read_text().strip())
    assert [entry.splitlines()[0] for entry in entries if "--hash=sha256:" not in entry] == []


@pytest.mark.parametrize("lock", virtualenv.LOCKS)
def test_the_pips_that_share_a_lock_file_install_all_of_it_with_every_hash(
    lock: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shares: list[str] = []

    def pip(root: Path, share: Path, progress: object) -> int:
        shares.append(share.read_text())
        return 0

    monkeypatch.setattr(virtualenv, "_pip", pip)
    assert virtualenv._with_pip(ROOT, lock) == 0
    assert len(shares) == virtualenv.PIPS
    assert sorted("".join(shares).splitlines()) == sorted((ROOT / lock).read_text().splitlines())


def test_when_one_of_the_pips_fails_the_installation_has_failed(monkeypatch: pytest.MonkeyPatch) -> None:
    codes = iter([0, 1, 0])
    monkeypatch.setattr(virtualenv, "_pip", lambda root, share, progress: next(codes))
    assert virtualenv._with_pip(ROOT, "requirements.txt") == 1

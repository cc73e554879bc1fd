"""``.venv`` is renewed exactly when it has to be."""

import re
from pathlib import Path

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


def pins(lock: str) -> set[str]:
    return set(re.findall(r"^[\w.\[\]-]+==\S+", (ROOT / lock).read_text(), flags=re.MULTILINE))


def test_the_tools_come_with_the_very_versions_that_run() -> None:
    assert pins("requirements.txt")
    assert pins("requirements.txt") <= pins("requirements-dev.txt")


@pytest.mark.parametrize("lock", virtualenv.LOCKS)
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

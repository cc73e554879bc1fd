"""System packages: installed for root, asked for in one line from everybody else."""

import os
from pathlib import Path
from types import SimpleNamespace

import pytest

from deploy import packages
from deploy.packages import Package
from deploy.progress import Stop

HERE = Package("here", lambda: True)
ABSENT = Package("absent", lambda: False)
GONE = Package("gone", lambda: False)


@pytest.fixture
def ran(monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """What would have been run; apt itself always succeeds."""
    commands: list[list[str]] = []

    def run(command: list[str], **more: object) -> SimpleNamespace:
        commands.append(command)
        return SimpleNamespace(returncode=0)

    monkeypatch.setattr("deploy.packages.subprocess.run", run)
    return commands


def become(uid: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: uid)


def test_without_root_one_line_asks_for_everything_that_is_missing(
    tmp_path: Path, ran: list[list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    become(1000, monkeypatch)
    with pytest.raises(Stop, match=r"sudo apt-get install .* absent gone\n"):
        packages.ensure([HERE, ABSENT, GONE], tmp_path / "with.venv")
    assert ran == []


def test_root_installs_just_what_is_missing(
    tmp_path: Path, ran: list[list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    become(0, monkeypatch)
    monkeypatch.setattr("deploy.packages.shutil.which", lambda name: f"/usr/bin/{name}")
    packages.ensure([HERE, ABSENT], tmp_path)
    assert [command[:2] for command in ran] == [["apt-get", "install"]]
    assert "absent" in ran[0]
    assert "here" not in ran[0]


def test_when_all_is_there_nothing_is_run(tmp_path: Path, ran: list[list[str]]) -> None:
    packages.ensure([HERE], tmp_path)
    assert ran == []


def test_a_python_that_cannot_make_environments_needs_its_package(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    become(1000, monkeypatch)
    monkeypatch.setattr("deploy.packages.shutil.which", lambda name: None)
    monkeypatch.setattr("deploy.packages.importlib.util.find_spec", lambda name: None)
    with pytest.raises(Stop, match="python3-venv"):
        packages.ensure([HERE], tmp_path)


def test_an_environment_that_is_made_needs_no_maker(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("deploy.packages.importlib.util.find_spec", lambda name: None)
    (tmp_path / ".venv" / "bin").mkdir(parents=True)
    (tmp_path / ".venv" / "bin" / "python").touch()
    packages.ensure([HERE], tmp_path)


def test_the_libraries_of_the_papers_are_found_on_this_machine() -> None:
    assert [package.name for package in packages.PAPERS if not package.is_here()] == []


def test_a_library_that_does_not_exist_is_missed() -> None:
    assert not packages._library("libnone", "libnone-at-all.so.9").is_here()

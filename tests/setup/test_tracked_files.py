"""What must never be committed: where packages came from, paths of a machine, generated files."""

import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
LOCKS = ("requirements.txt", "requirements-dev.txt", "requirements.in", "requirements-dev.in")
GENERATED = ("uv.lock", "pylock.toml", ".mo", ".pyc", "db.sqlite3", ".pid")


def tracked() -> list[Path]:
    """Asked of git where there is one; an archive holds tracked files only."""
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True)
    if listed.returncode != 0:
        ignored = {".venv", "var", "__pycache__"}
        return [file for file in ROOT.rglob("*") if file.is_file() and not ignored & set(file.parts)]
    return [ROOT / name for name in listed.stdout.split("\0") if name and (ROOT / name).is_file()]


def lines_with(pattern: re.Pattern[str]) -> list[str]:
    found = []
    for file in tracked():
        try:
            text = file.read_text()
        except UnicodeDecodeError:
            continue
        found += [f"{file.relative_to(ROOT)}: {line.strip()}" for line in text.splitlines() if pattern.search(line)]
    return found


@pytest.mark.parametrize("lock", LOCKS)
def test_lock_files_name_no_address(lock: str) -> None:
    text = (ROOT / lock).read_text()
    assert re.findall(r"\S*://\S*|^--?(?:index|extra|find|trusted)\S*", text, flags=re.MULTILINE) == []


def test_no_file_names_a_package_index() -> None:
    # Built from pieces, or this file would find itself.
    hosts = [
        "files.python" + "hosted.org",
        "pypi.org/" + "simple",
        "registry.npm" + "js.org",
        "arti" + "factory",
    ]
    assert lines_with(re.compile("|".join(map(re.escape, hosts)))) == []


def test_no_file_names_a_path_of_this_machine() -> None:
    assert lines_with(re.compile(re.escape(f"{ROOT}/"))) == []


def test_nothing_generated_is_tracked() -> None:
    assert [str(file) for file in tracked() if file.name.endswith(GENERATED)] == []


def test_the_two_commands_are_there_for_everybody() -> None:
    assert (ROOT / ".ci" / "run").stat().st_mode & 0o111
    assert "make test" in (ROOT / ".ci" / "run").read_text()

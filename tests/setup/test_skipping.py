"""A run with a skipped test is a failed run, also with several processes."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent


def run_of(test: str, folder: Path, *options: str) -> "subprocess.CompletedProcess[str]":
    (folder / "pytest.ini").write_text("[pytest]\n")
    (folder / "test_one.py").write_text(f"import pytest\n{test}\n")
    command = [sys.executable, "-m", "pytest", "-c", "pytest.ini", "-p", "no:django", "-p", "tests.skipping", *options]
    return subprocess.run(command, cwd=folder, env={"PYTHONPATH": str(ROOT)}, capture_output=True, text=True)


@pytest.mark.parametrize("options", [(), ("-n", "2")], ids=["one process", "two processes"])
@pytest.mark.parametrize(
    "test",
    ["@pytest.mark.skip\ndef test_it(): pass", "pytest.importorskip('nothing_of_this_name')"],
    ids=["a test", "a module"],
)
def test_a_skip_fails_the_run(test: str, options: tuple[str, ...], tmp_path: Path) -> None:
    finished = run_of(f"{test}\ndef test_other(): pass", tmp_path, *options)
    assert finished.returncode != 0, finished.stdout
    assert "a skipped test fails the run" in finished.stdout


def test_a_complete_run_passes(tmp_path: Path) -> None:
    assert run_of("def test_it(): pass", tmp_path).returncode == 0

"""``make test``: the quick checks side by side, then the tests, so that pytest's closing line comes last."""

import os
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from deploy.progress import say, step

CHECKS = {
    "ruff": ["-m", "ruff", "check", "."],
    "migrations": ["manage.py", "makemigrations", "--check", "--dry-run", "--noinput"],
    "translations": ["manage.py", "translations", "--check"],
    "mypy": ["-m", "mypy", "."],
}
PYTEST = ["-m", "pytest", "-n", "2", "--dist", "worksteal"]
# Apart, because a browser's event loop stays in its process, where no paper could be signed any more.
TESTS = {"pytest": [*PYTEST, "-m", "not browser"], "pytest with a browser": [*PYTEST, "-m", "browser"]}


def run(python: Path, root: Path) -> int:
    """Everything runs even when something fails, so that one run tells the whole story."""
    surroundings = _surroundings()
    with _server(python, root, surroundings):
        failed = _static(python, root, surroundings)
        failed += [name for name in TESTS if not _tested(name, python, root, surroundings)]
    if failed:
        say(f"make test: FAILED: {', '.join(failed)} (their words are above)")
    return 1 if failed else 0


def _tested(name: str, python: Path, root: Path, surroundings: Mapping[str, str]) -> bool:
    say(f"==> {name}")
    return subprocess.run([python, *TESTS[name]], cwd=root, env=surroundings).returncode == 0


def _surroundings() -> dict[str, str]:
    """A database of its own that may be lost, unless the person named one."""
    return {
        **os.environ,
        "HALL_TEST_DATABASE": "1",
    }


@contextmanager
def _server(python: Path, root: Path, surroundings: Mapping[str, str]) -> Iterator[None]:
    """One process holds the database from first to last, so that nothing is left when they end."""
    if surroundings.get("DATABASE_URL"):
        yield
        return
    with step("Test database"):
        holder = subprocess.Popen(
            [python, "-m", "hall.database"], cwd=root, env=surroundings, stdout=subprocess.PIPE, text=True
        )
        assert holder.stdout
        holder.stdout.readline()
    try:
        yield
    finally:
        holder.terminate()
        holder.wait()


def _static(python: Path, root: Path, surroundings: Mapping[str, str]) -> list[str]:
    """The names of the checks that failed; all run at once, each speaks only when it has something to say."""
    with step(f"Checks: {', '.join(CHECKS)}"):
        running = {name: _begin([str(python), *words], root, surroundings) for name, words in CHECKS.items()}
        return [name for name, process in running.items() if not _passed(name, process)]


def _begin(command: list[str], root: Path, surroundings: Mapping[str, str]) -> "subprocess.Popen[str]":
    return subprocess.Popen(
        command, cwd=root, env=surroundings, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    )


def _passed(name: str, process: "subprocess.Popen[str]") -> bool:
    told, _ = process.communicate()
    if process.returncode == 0:
        say(f"    {name}: passed")
        return True
    say(f"    {name}: FAILED\n{told}")
    return False

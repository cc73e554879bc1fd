"""``make test``: the tests, and beside them every check and the browser; the words of each at the end."""

import os
import subprocess
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

from deploy.progress import say, step

CHECKS = {
    "ruff": ["-m", "ruff", "check", "."],
    "migrations": ["manage.py", "makemigrations", "--check", "--dry-run", "--noinput"],
    "translations": ["manage.py", "translations", "--check"],
    "mypy": ["-m", "mypy", "."],
}
TESTS = ["-m", "pytest", "-n", "2", "--dist", "worksteal", "-m", "not browser"]
# Apart, because a browser's event loop stays in its process, where no paper could be signed any more; and alone there,
# so that its database has another name than those of the workers.
BROWSER = {"tests with a browser": ["-m", "pytest", "-m", "browser"]}


def run(python: Path, root: Path) -> int:
    """Everything runs even when something fails, so that one run tells the whole story.

    Checks and browser wait a good deal for disk and pages: one after the other they run beside the other tests.
    """
    surroundings = _surroundings()
    with _server(python, root, surroundings), ThreadPoolExecutor(max_workers=1) as beside:
        say(f"==> Tests; beside them {', '.join([*CHECKS, *BROWSER])}")
        others = {
            name: beside.submit(_told, [str(python), *words], root, surroundings)
            for name, words in {**CHECKS, **BROWSER}.items()
        }
        failed = [] if subprocess.run([python, *TESTS], cwd=root, env=surroundings).returncode == 0 else ["tests"]
        failed += [name for name, told in others.items() if not _passed(name, *told.result())]
    if failed:
        say(f"make test: FAILED: {', '.join(failed)} (their words are above)")
    return 1 if failed else 0


def _told(command: list[str], root: Path, surroundings: Mapping[str, str]) -> tuple[int, str]:
    """How a command ended and what it said."""
    done = subprocess.run(
        command, cwd=root, env=surroundings, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    )
    return done.returncode, done.stdout


def _passed(name: str, code: int, told: str) -> bool:
    """A check speaks only when it has something to say; tests end with how many there were."""
    if name in BROWSER or code:
        say(told)
    say(f"    {name}: {'FAILED' if code else 'passed'}")
    return code == 0


def _surroundings() -> dict[str, str]:
    """A database of its own that may be lost, unless the person named one; what is compiled is kept for the next of
    the many processes.
    """
    return {
        **{name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"},
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

"""``python3 -m deploy run|test|bench|faults``: what the Makefile calls. Each prepares, then acts."""

import os
import sys
from collections.abc import Callable
from pathlib import Path

from deploy import packages, ports, verification, virtualenv
from deploy.progress import Stop, say

ROOT = Path(__file__).resolve().parent.parent


def run() -> None:
    """The demo city with its web server and workers."""
    ports.check_free()
    packages.ensure(packages.PAPERS, ROOT)
    virtualenv.ensure(ROOT, "requirements.txt")
    _become("manage.py", "serve")


def test() -> None:
    """Everything that must hold, with an honest exit code."""
    _prepare_for_tests()
    sys.exit(verification.run(virtualenv.python(ROOT), ROOT))


def bench() -> None:
    """CPU milliseconds of each deed and page by volume."""
    _prepare_for_tests()
    _become("-m", "tests.performance")


def faults() -> None:
    """Kill what can be killed, and look at what is left."""
    _prepare_for_tests()
    _become("-m", "tests.faults")


def _prepare_for_tests() -> None:
    packages.ensure((*packages.PAPERS, *packages.BROWSER), ROOT)
    virtualenv.ensure(ROOT, "requirements-dev.txt")


def _become(*arguments: str) -> None:
    """The same process goes on with the project's Python, so that make stays its direct parent."""
    python = virtualenv.python(ROOT)
    sys.stdout.flush()
    os.execv(python, [str(python), *arguments])  # noqa: S606 - our own interpreter


TARGETS: dict[str, Callable[[], None]] = {"run": run, "test": test, "bench": bench, "faults": faults}

if __name__ == "__main__":
    os.chdir(ROOT)
    try:
        TARGETS[sys.argv[1]]()
    except Stop as problem:
        say(f"\n{problem}")
        sys.exit(2)
    except KeyboardInterrupt:
        sys.exit(130)

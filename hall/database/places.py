"""Where one clone keeps its cluster, and the short private directory of its socket."""

import hashlib
import os
import secrets
from dataclasses import dataclass
from pathlib import Path

from hall.database.owners import Owner, owner_of, powerless
from hall.keyring import create_once

ROOT = Path(__file__).resolve().parent.parent.parent
# For root whose clone the server cannot enter, as under /root.
SHARED = Path("/var/lib/approval-hall")


@dataclass(frozen=True)
class Place:
    """One cluster: ``home`` holds its data, its log and its locks."""

    home: Path
    owner: Owner
    durable: bool = True

    @property
    def data(self) -> Path:
        return self.home / "data"

    @property
    def log(self) -> Path:
        return self.home / "server.log"

    @property
    def sockets(self) -> Path:
        """A socket's path holds 107 bytes, fewer than a clone's may need; /tmp is there for everyone."""
        private = f"hall-{self.owner.uid}-{_short(str(self.home))}"
        return Path("/tmp") / private  # noqa: S108 - made 0700, its owner checked


def here() -> Place:
    """The place of this clone: the lasting one, or the quick one that tests use and may lose."""
    testing = os.environ.get("HALL_TEST_DATABASE", "") not in {"", "0"}
    return place_in(var_directory(), "postgres-test" if testing else "postgres", durable=not testing)


def var_directory() -> Path:
    return Path(os.environ.get("HALL_VAR_DIR") or ROOT / "var").resolve()


def place_in(var: Path, name: str, *, durable: bool) -> Place:
    """Inside ``var`` where the server's account can go, so that the data lives and dies with the clone."""
    var.mkdir(parents=True, exist_ok=True)
    home = var / name
    if os.geteuid() == 0 and not home.exists() and not powerless().may_enter(var):
        home = SHARED / f"{_identity(var)}-{name}"
    return Place(home, owner_of(home), durable)


def _identity(var: Path) -> str:
    """Ours alone: a new clone at an old path, or a copy elsewhere, must not find another's data."""
    mark = var / "installation"
    if not mark.exists():
        create_once(mark, secrets.token_hex(8).encode())
    return _short(f"{var}:{mark.read_text()}")


def _short(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:10]

"""Clusters of this folder live in places of their own and leave nothing behind."""

import shutil
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from hall.database import servers
from hall.database.lifetime import take_down
from hall.database.places import Place, place_in

Settle = Callable[..., Place]


@pytest.fixture
def clones() -> Iterator[Path]:
    """A directory that every account may enter, unlike pytest's own."""
    directory = Path(tempfile.mkdtemp(prefix="clones-"))
    directory.chmod(0o755)
    yield directory
    shutil.rmtree(directory)


@pytest.fixture
def settle(clones: Path) -> Iterator[Settle]:
    """Choose a place for the cluster of a clone; afterwards its server is stopped and its files are gone."""
    places: list[Place] = []

    def choose(clone: str = "clone", *, durable: bool = False) -> Place:
        places.append(place_in(clones / clone / "var", "postgres", durable=durable))
        return places[-1]

    yield choose
    for place in places:
        take_down(place)
        servers.stop(place)
        shutil.rmtree(place.home, ignore_errors=True)
        shutil.rmtree(place.sockets, ignore_errors=True)

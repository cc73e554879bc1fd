"""Clusters of this folder live in places of their own and leave nothing behind."""

import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from hall.database import servers
from hall.database.lifetime import take_down
from hall.database.places import Place, place_in

Settle = Callable[..., Place]


@pytest.fixture
def clones() -> Iterator[Path]:
    with _open_directory() as directory:
        yield directory


@pytest.fixture(scope="module")
def lasting_clones() -> Iterator[Path]:
    """For what several tests share: making a cluster costs more than to ask it a hundred things."""
    with _open_directory() as directory:
        yield directory


@contextmanager
def _open_directory() -> Iterator[Path]:
    """A directory that every account may enter, unlike pytest's own."""
    directory = Path(tempfile.mkdtemp(prefix="clones-"))
    directory.chmod(0o755)
    yield directory
    shutil.rmtree(directory)


@pytest.fixture
def settle(clones: Path) -> Iterator[Settle]:
    """Choose a place for the cluster of a clone; afterwards its server is stopped and its files are gone."""
    with _settled(clones) as choose:
        yield choose


@pytest.fixture(scope="module")
def settle_lastingly(lasting_clones: Path) -> Iterator[Settle]:
    """The same for a cluster that the tests of one module share."""
    with _settled(lasting_clones) as choose:
        yield choose


@contextmanager
def _settled(clones: Path) -> Iterator[Settle]:
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

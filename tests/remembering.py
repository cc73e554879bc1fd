"""A test changes a hall and asks at once: what is remembered is forgotten with every write to it.

Where others write too, in threads or a server, nothing is remembered.
"""

from collections.abc import Iterator
from typing import Any

import pytest

from hall.organisations import remembered
from tests.factories.snapshots import UNTIL_WRITTEN, beginning, spoil


@pytest.fixture(autouse=True)
def what_is_remembered(request: pytest.FixtureRequest, settings: Any) -> Iterator[None]:
    """Forgotten at the end as well: a world for a whole package is built before its first test begins."""
    settings.HALL_REMEMBER_SECONDS = 0 if _commits(request) else UNTIL_WRITTEN
    remembered._kept.clear()
    yield
    remembered._kept.clear()


@pytest.fixture(autouse=True)
def what_factories_built(request: pytest.FixtureRequest) -> Iterator[None]:
    """Put back from its rows where that is certain to be the same (tests/factories/snapshots.py)."""
    wanted = set(request.fixturenames)
    if "db" in wanted:
        # Django patches its own connection on the way: before the world begins, or nothing about it would be known.
        request.getfixturevalue("db")
    commits = _commits(request)
    with beginning(commits=commits):
        if "built" in wanted:
            spoil()  # a world of its own, built before
        yield


def _commits(request: pytest.FixtureRequest) -> bool:
    return bool({"transactional_db", "live_server"} & set(request.fixturenames)) or _in_transactions(request)


def _in_transactions(request: pytest.FixtureRequest) -> bool:
    mark = request.node.get_closest_marker("django_db")
    return bool(mark and (mark.kwargs.get("transaction") or mark.kwargs.get("databases")))

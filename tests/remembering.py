"""A test changes a hall and asks at once: nothing is remembered between questions unless the test says so."""

from collections.abc import Iterator

import pytest

from tests.factories.snapshots import beginning, spoil


@pytest.fixture(autouse=True)
def nothing_is_remembered(settings):
    settings.HALL_REMEMBER_SECONDS = 0


@pytest.fixture(autouse=True)
def what_factories_built(request: pytest.FixtureRequest) -> Iterator[None]:
    """Put back from its rows where that is certain to be the same (tests/factories/snapshots.py)."""
    wanted = set(request.fixturenames)
    commits = bool(wanted & {"transactional_db", "live_server"}) or _in_transactions(request)
    with beginning(commits=commits):
        if "built" in wanted:
            spoil()  # a world of its own, built before
        yield


def _in_transactions(request: pytest.FixtureRequest) -> bool:
    mark = request.node.get_closest_marker("django_db")
    return bool(mark and (mark.kwargs.get("transaction") or mark.kwargs.get("databases")))

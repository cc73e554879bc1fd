"""Downloads are as many at once as a test likes: it drops answers unread, and only the garbage collector gives theirs
back. ``tests/opendata/test_streams.py`` has the limit."""

from collections.abc import Iterator

import pytest
from django.test import override_settings


@pytest.fixture(autouse=True, scope="session")
def streams_without_limit() -> Iterator[None]:
    with override_settings(HALL_STREAMS=0):
        yield

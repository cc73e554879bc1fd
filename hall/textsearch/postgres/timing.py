"""How long one search may take, all its statements together (settings.HALL_SEARCH_SECONDS; 0 is no limit)."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from django.conf import settings

from hall.textsearch.asking import SearchTooLong

_ends: ContextVar[float | None] = ContextVar("search_ends", default=None)


@contextmanager
def one_search() -> Iterator[None]:
    """From here the time runs; a statement outside of it has the whole time for itself. Decorates a function, too."""
    token = _ends.set(time.monotonic() + settings.HALL_SEARCH_SECONDS)
    try:
        yield
    finally:
        _ends.reset(token)


def left(share: float = 1.0) -> int:
    """Milliseconds for the next statement, or this share of them; 0 where there is no limit, as PostgreSQL has it.

    Raises SearchTooLong where nothing is left.
    """
    seconds = settings.HALL_SEARCH_SECONDS
    if not seconds:
        return 0
    ends = _ends.get()
    remaining = seconds if ends is None else ends - time.monotonic()
    if remaining <= 0:
        raise SearchTooLong
    return max(int(remaining * share * 1000), 1)

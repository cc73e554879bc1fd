"""Reading the rows of a case once, where several questions of one moment need the same.

    with unchanged(application):        # nothing of the case is written in here
        ...                             # its suspensions, hearings and promises are read at most once each

Outside of it every question goes to the database: a deed that has just written something sees what it wrote.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, TypeVar

from applications.models.application import Application

Rows = TypeVar("Rows")
_KEPT = "_read_in_this_moment"


@contextmanager
def unchanged(application: Application) -> Iterator[None]:
    if _KEPT in application.__dict__:
        yield
        return
    application.__dict__[_KEPT] = {}
    try:
        yield
    finally:
        del application.__dict__[_KEPT]


def read_once(application: Application, what: str, read: Callable[[], Rows]) -> Rows:
    """What ``read`` answers; inside ``unchanged`` it is asked once. Nobody changes the list that comes back."""
    kept: dict[str, Any] | None = application.__dict__.get(_KEPT)
    if kept is None:
        return read()
    if what not in kept:
        kept[what] = read()
    rows: Rows = kept[what]
    return rows

"""Lists that are turned over by key: a page costs the same wherever it lies, and no row comes twice or is left out.

Two orders serve every desk: what waits, oldest duty first, and what is over, newest first. The row that a page goes on
after is looked up among all rows, for it may have left the list meanwhile.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, Generic, TypeVar
from uuid import UUID

from django.db.models import Model, QuerySet

Subject = TypeVar("Subject", bound=Model)
Row = TypeVar("Row")


@dataclass(frozen=True, slots=True)
class Page(Generic[Row]):
    """``following`` is the uid of the last row when there are more."""

    rows: list[Row]
    following: UUID | None


def waiting(found: QuerySet[Subject], after: UUID | None) -> QuerySet[Subject]:
    """By ``due``."""
    if due := _key_of(found, after, "due"):
        found = found.filter(due__gte=due).exclude(due=due, uid__lte=after)
    return found.order_by("due", "uid")


def ended(found: QuerySet[Subject], after: UUID | None) -> QuerySet[Subject]:
    """By ``ended_at``, backwards."""
    if moment := _key_of(found, after, "ended_at"):
        found = found.filter(ended_at__lte=moment).exclude(ended_at=moment, uid__gte=after)
    return found.order_by("-ended_at", "-uid")


def page_of(
    ordered: QuerySet[Subject], size: int, rows_of: Callable[[Iterable[Subject]], Iterable[Row]]
) -> Page[Row]:
    """The first ``size`` rows, each made by ``rows_of`` into what the page shows."""
    found: list[Any] = list(ordered[: size + 1])
    return Page(list(rows_of(found[:size])), found[size - 1].uid if len(found) > size else None)


def _key_of(found: QuerySet[Subject], after: UUID | None, name: str) -> Any:
    if after is None:
        return None
    return found.model._default_manager.filter(uid=after).values_list(name, flat=True).first()

"""The whole calendar as one text: what a version keeps, and what a proposed change would make of it.

Everything that a due date can depend on stands in it, in one order, so that its digest is the version's.
"""

import json
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from hall.workdays.models import CalendarDay, CalendarYear


class Entry(NamedTuple):
    """One day that is not as its weekday says."""

    region: str
    date: date
    kind: str
    name: str
    provisional: bool


class Snapshot(NamedTuple):
    """``settled_years`` are those whose notice is known."""

    entries: tuple[Entry, ...]
    settled_years: frozenset[int]


def take() -> str:
    """The calendar as the table has it now."""
    return json.dumps({"days": list(_days()), "years": list(_years())}, ensure_ascii=False, separators=(",", ":"))


def _days() -> Iterator[list[str | bool]]:
    days = CalendarDay.objects.order_by("region", "date")
    for region, day, kind, name, provisional in days.values_list(*Entry._fields):
        yield [region, day.isoformat(), kind, name, provisional]


def _years() -> Iterator[list[int | bool]]:
    for year, provisional in CalendarYear.objects.order_by("year").values_list("year", "provisional"):
        yield [year, provisional]


def read(content: str) -> Snapshot:
    told = json.loads(content)
    return Snapshot(
        entries=tuple(Entry(region, date.fromisoformat(day), *rest) for region, day, *rest in told["days"]),
        settled_years=frozenset(year for year, provisional in told["years"] if not provisional),
    )

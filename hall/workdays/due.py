"""A due date that can explain itself: every day from the start to the end, each with its reason."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from itertools import groupby
from typing import Any
from urllib.parse import urlencode

from hall.workdays.periods import Limit
from hall.workdays.wording import Explained, sentences


class CountedKind(StrEnum):
    START = "start"
    COUNTED = "counted"
    REST = "rest"
    SUSPENDED = "suspended"
    # The working day to which the end of a period moved; not one of the days of the limit.
    MOVED = "moved"


def runs(days: Iterable[date]) -> list[tuple[date, date]]:
    """Neighbouring days as first and last."""
    numbered = enumerate(sorted(days))
    grouped = groupby(numbered, lambda one: one[1] - timedelta(one[0]))
    found = [[day for _place, day in group] for _key, group in grouped]
    return [(run[0], run[-1]) for run in found]


@dataclass(frozen=True, slots=True)
class CountedDay:
    """``number`` is how many days had been counted when this one was over."""

    date: date
    kind: CountedKind
    number: int
    note: str = ""


@dataclass(frozen=True, slots=True)
class Due:
    start: date
    limit: Limit
    due: date
    days: tuple[CountedDay, ...]
    provisional: bool
    calendar_version: str
    division: str

    @property
    def counted(self) -> list[date]:
        return [each.date for each in self.days if each.kind == CountedKind.COUNTED]

    def of_kind(self, kind: CountedKind) -> list[Explained]:
        return [Explained(each.date, each.note) for each in self.days if each.kind == kind]

    def left(self, today: date) -> int:
        """Days of the limit still to come after ``today``; none once it is over."""
        return sum(day > today for day in self.counted)

    def as_json(self) -> dict[str, Any]:
        """The same for machines: days counted, skipped because nobody works, excluded because suspended."""
        return {
            "start": self.start.isoformat(),
            "due": self.due.isoformat(),
            "days": self.limit.days,
            "unit": self.limit.unit,
            "provisional": self.provisional,
            "calendar_version": self.calendar_version,
            "division": self.division,
            "counted": [day.isoformat() for day in self.counted],
            "skipped": [each.as_json() for each in self.of_kind(CountedKind.REST)],
            "excluded": [each.as_json() for each in self.of_kind(CountedKind.SUSPENDED)],
            "explanation": self.sentences(),
        }

    @property
    def query(self) -> str:
        """The question of the public calculator that this date answers: anybody may count it again."""
        suspended = runs(each.date for each in self.of_kind(CountedKind.SUSPENDED))
        asked = {
            "start": self.start.isoformat(),
            "days": str(self.limit.days),
            "unit": self.limit.unit,
            "division": self.division,
            "suspend": "\n".join(f"{first}..{last}" for first, last in suspended),
            "version": self.calendar_version,
        }
        return urlencode({name: value for name, value in asked.items() if value})

    def sentences(self) -> list[str]:
        """The rule and the count, for the person who waits."""
        return sentences(
            start=self.start,
            due=self.due,
            limit=self.limit,
            counted=self.of_kind(CountedKind.COUNTED),
            skipped=self.of_kind(CountedKind.REST),
            excluded=self.of_kind(CountedKind.SUSPENDED),
            moved=bool(self.of_kind(CountedKind.MOVED)),
            provisional=self.provisional,
        )

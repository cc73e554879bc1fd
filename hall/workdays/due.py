"""A due date that can explain itself: every day from the start to the end, each with its reason."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from hall.workdays.periods import Limit
from hall.workdays.wording import Explained, sentences


class CountedKind(StrEnum):
    START = "start"
    COUNTED = "counted"
    REST = "rest"
    SUSPENDED = "suspended"
    # The working day to which the end of a period moved; not one of the days of the limit.
    MOVED = "moved"


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
            "counted": [day.isoformat() for day in self.counted],
            "skipped": [each.as_json() for each in self.of_kind(CountedKind.REST)],
            "excluded": [each.as_json() for each in self.of_kind(CountedKind.SUSPENDED)],
            "explanation": self.sentences(),
        }

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

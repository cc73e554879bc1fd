"""Calendars for tests that need no database."""

from dataclasses import dataclass, field
from datetime import date

from hall.workdays.kinds import DayKind
from hall.workdays.notices import packaged


@dataclass(frozen=True)
class PlainCalendar:
    """Monday to Friday, with days that are otherwise."""

    others: dict[date, bool] = field(default_factory=dict)
    provisional_from: date = date(2027, 1, 1)
    version: str = "plain"
    division: str = "500000"

    def is_workday(self, day: date) -> bool:
        return self.others.get(day, day.weekday() < 5)

    def note(self, day: date) -> str:
        return "" if self.is_workday(day) and day.weekday() < 5 else "周末"

    def is_provisional(self, day: date) -> bool:
        return day >= self.provisional_from


PLAIN = PlainCalendar()
REAL = PlainCalendar({row.date: row.kind == DayKind.WORK for _url, rows in packaged().values() for row in rows})

"""The calendar of a division as the table knows it now: the nation, the city on top of it, the division on top."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from hall.workdays.kinds import DayKind
from hall.workdays.models import NATION, CalendarDay, CalendarYear
from hall.workdays.revisions import current_version


@dataclass(frozen=True, slots=True)
class KnownDay:
    kind: str
    name: str
    provisional: bool


@dataclass(frozen=True, slots=True)
class TableCalendar:
    """Days that differ from Monday to Friday, and the years of which the notice is known."""

    version: str
    days: Mapping[date, KnownDay]
    settled_years: frozenset[int]

    def is_workday(self, day: date) -> bool:
        known = self.days.get(day)
        return known.kind == DayKind.WORK if known else day.weekday() < 5

    def note(self, day: date) -> str:
        known = self.days.get(day)
        if known is None:
            return _("周末") if day.weekday() >= 5 else ""
        return _("%(name)s调休上班") % {"name": known.name} if known.kind == DayKind.WORK else known.name

    def is_provisional(self, day: date) -> bool:
        known = self.days.get(day)
        return known.provisional if known else day.year not in self.settled_years


_loaded: dict[str, TableCalendar] = {}


def calendar_for(division_code: str) -> TableCalendar:
    """The calendar of a division. Kept in the process only as long as the table has the same version, which one
    small query tells: a notice loaded by another process counts from the next question on."""
    version = current_version()
    calendar = _loaded.get(division_code)
    if calendar is None or calendar.version != version:
        calendar = _loaded[division_code] = _load(division_code, version)
    return calendar


def _load(division_code: str, version: str) -> TableCalendar:
    regions = [NATION, f"{division_code[:2]}0000", division_code]
    rows = CalendarDay.objects.filter(region__in=regions)
    # The narrower region is read later and so wins.
    days = {
        row.date: KnownDay(row.kind, row.name, row.provisional)
        for row in sorted(rows, key=lambda row: regions.index(row.region))
    }
    settled = CalendarYear.objects.filter(provisional=False).values_list("year", flat=True)
    return TableCalendar(version, days, frozenset(settled))

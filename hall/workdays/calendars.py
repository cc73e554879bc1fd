"""The calendar of a division: the nation, the city on top of it, the division on top.

As the table knows it now; as an older version knew it, so that what was counted then can be explained; and, inside
``supposing``, as a proposed change would make it.
"""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from hall.workdays.kinds import DayKind
from hall.workdays.models import NATION, CalendarDay, CalendarYear
from hall.workdays.revisions import current_version, revision_of
from hall.workdays.snapshots import Entry, Snapshot, read

# Translated where it is read: a period is counted far more often than it is explained.
WEEKEND: Any = gettext_lazy("周末")


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
    division: str = ""

    def is_workday(self, day: date) -> bool:
        known = self.days.get(day)
        return known.kind == DayKind.WORK if known else day.weekday() < 5

    def note(self, day: date) -> Any:
        known = self.days.get(day)
        if known is None:
            return WEEKEND if day.weekday() >= 5 else ""
        return _("%(name)s调休上班") % {"name": known.name} if known.kind == DayKind.WORK else known.name

    def is_provisional(self, day: date) -> bool:
        known = self.days.get(day)
        return known.provisional if known else day.year not in self.settled_years


@dataclass(frozen=True, slots=True)
class Supposition:
    """A calendar that does not hold yet; each division's is made once."""

    snapshot: Snapshot
    version: str
    made: dict[str, TableCalendar] = field(default_factory=dict)

    def calendar_for(self, division_code: str) -> TableCalendar:
        if division_code not in self.made:
            entries, settled = self.snapshot
            self.made[division_code] = _over(entries, division_code, self.version, settled)
        return self.made[division_code]


_loaded: dict[str, TableCalendar] = {}
_whole: dict[str, Supposition] = {}
_supposed: ContextVar[Supposition | None] = ContextVar("supposed", default=None)


def calendar_for(division_code: str) -> TableCalendar:
    """The calendar of a division. Kept in the process only as long as the table has the same version, which one
    small query tells: a notice loaded by another process counts from the next question on."""
    supposed = _supposed.get()
    if supposed:
        return supposed.calendar_for(division_code)
    version = current_version()
    calendar = _loaded.get(division_code)
    if calendar is None or calendar.version != version:
        calendar = _loaded[division_code] = _load(division_code, version)
    return calendar


def calendar_as_of(version: str, division_code: str) -> TableCalendar | None:
    """The calendar of a division as ``version`` knew it; None for what never was a version. It never changes."""
    whole = supposition_of(version)
    return whole.calendar_for(division_code) if whole else None


def supposition_of(version: str) -> Supposition | None:
    """An older calendar whole, to suppose that it still held; None for what never was a version."""
    if version not in _whole:
        revision = revision_of(version)
        if revision is None or not revision.content:
            return None
        if len(_whole) > 20:
            _whole.clear()
        _whole[version] = Supposition(read(revision.content), version)
    return _whole[version]


@contextmanager
def supposing(supposition: Supposition) -> Iterator[None]:
    """Inside, every calendar is the supposed one: what would be, if it held."""
    token = _supposed.set(supposition)
    try:
        yield
    finally:
        _supposed.reset(token)


def _load(division_code: str, version: str) -> TableCalendar:
    rows = CalendarDay.objects.filter(region__in=_regions(division_code)).values_list(*Entry._fields)
    settled = CalendarYear.objects.filter(provisional=False).values_list("year", flat=True)
    return _over((Entry(*row) for row in rows), division_code, version, frozenset(settled))


def _over(entries: Iterable[Entry], division_code: str, version: str, settled: frozenset[int]) -> TableCalendar:
    """Lay the regions on top of each other: the narrower one comes later and so wins."""
    regions = _regions(division_code)
    ours = sorted((one for one in entries if one.region in regions), key=lambda one: regions.index(one.region))
    days = {one.date: KnownDay(one.kind, one.name, one.provisional) for one in ours}
    return TableCalendar(version, days, settled, division_code)


def _regions(division_code: str) -> list[str]:
    return [NATION, f"{division_code[:2]}0000", division_code]

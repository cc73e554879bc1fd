"""Writing the calendar table: the rows of a notice, of a forecast, of a region."""

from collections.abc import Iterable, Sequence
from datetime import date

from hall.workdays.kinds import DayRow
from hall.workdays.models import NATION, CalendarDay, CalendarYear, Source


def put_notice(rows: Sequence[DayRow], *, year: int, notice: str, url: str, source: Source) -> None:
    """The notice of ``year`` in the place of whatever was known of its days."""
    CalendarDay.objects.filter(region=NATION, notice_year=year).delete()
    # A notice may speak of the turn of the year, where a row of the next or the last year already stands.
    CalendarDay.objects.filter(region=NATION, date__in=[row.date for row in rows]).delete()
    _insert(rows, year=year, source=source, basis=notice)
    known = {"source": source, "provisional": False, "notice": notice, "url": url}
    CalendarYear.objects.update_or_create(year=year, defaults=known)


def put_forecast(rows: Sequence[DayRow], *, year: int) -> None:
    """The days of a year by rule alone, provisional until its notice."""
    _insert(rows, year=year, source=Source.RULE, provisional=True)
    CalendarYear.objects.create(year=year, source=Source.RULE, provisional=True)


def put_regional(rows: Sequence[DayRow], *, region: str, basis: str) -> None:
    """Days of one region on top of the nation, in the place of what it had said of the same days."""
    CalendarDay.objects.filter(region=region, date__in=[row.date for row in rows]).delete()
    for row in rows:
        _insert([row], year=row.date.year, region=region, source=Source.OFFICIAL, basis=basis)


def regional_dates(region: str) -> Iterable[date]:
    return CalendarDay.objects.filter(region=region).values_list("date", flat=True)


def remove_regional(days: Sequence[date], *, region: str) -> None:
    """What the region had said of these days is gone: the nation's word counts again."""
    assert region != NATION
    CalendarDay.objects.filter(region=region, date__in=days).delete()


def _insert(
    rows: Iterable[DayRow],
    *,
    year: int,
    source: Source,
    region: str = NATION,
    basis: str = "",
    provisional: bool = False,
) -> None:
    common = {"source": source, "region": region, "basis": basis, "notice_year": year, "provisional": provisional}
    CalendarDay.objects.bulk_create(CalendarDay(**row._asdict(), **common) for row in rows)

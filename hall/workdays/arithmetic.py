"""Counting days (行政许可法 Art. 45, 82; 民法典 Art. 201-203). Pure: a calendar goes in, an explained date comes out.

The day of the event is not counted. The due date is the N-th day after it that counts and lies in no suspension;
a suspension that begins after that day therefore moves nothing, and overlapping ones count once.
"""

from calendar import monthrange
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from hall.workdays.due import CountedDay, CountedKind, Due
from hall.workdays.periods import Calendar, Limit, Suspension, Unit

__all__ = ["Calendar", "CountedDay", "CountedKind", "Due", "Limit", "Suspension", "Unit"]
__all__ += ["days_needed", "due_date", "workdays_between"]

ONE_DAY = timedelta(days=1)


def due_date(start: date, limit: Limit, calendar: Calendar, suspensions: Sequence[Suspension] = ()) -> Due:
    """The last day of ``limit`` after ``start``, with every day on the way."""
    walked = tuple(_walk(start, limit, calendar, suspensions))
    counting = [day.date for day in walked[1:] if day.kind != CountedKind.SUSPENDED]
    return Due(
        start=start,
        limit=limit,
        due=walked[-1].date,
        days=walked,
        provisional=any(calendar.is_provisional(day) for day in counting),
        calendar_version=calendar.version,
        division=calendar.division,
    )


def workdays_between(start: date, end: date, calendar: Calendar) -> int:
    """Working days after ``start`` up to and with ``end``; negative when ``end`` comes first."""
    if end < start:
        return -workdays_between(end, start, calendar)
    days = (start + ONE_DAY * offset for offset in range(1, (end - start).days + 1))
    return sum(calendar.is_workday(day) for day in days)


def _walk(start: date, limit: Limit, calendar: Calendar, suspensions: Sequence[Suspension]) -> Iterator[CountedDay]:
    """The start and each day after it until the limit is used up and the last day is one that can be the end."""
    needed, number, day = days_needed(start, limit), 0, start
    yield CountedDay(start, CountedKind.START, 0)
    if not needed and _can_end(start, calendar, suspensions):
        return
    while True:
        day += ONE_DAY
        kind, note = _kind(day, limit.unit, number < needed, calendar, suspensions)
        number += kind == CountedKind.COUNTED
        yield CountedDay(day, kind, number, note)
        if number == needed and _can_end(day, calendar, suspensions):
            return


def _kind(
    day: date, unit: Unit, running: bool, calendar: Calendar, suspensions: Sequence[Suspension]
) -> tuple[CountedKind, str]:
    """Suspension comes before rest: a holiday inside a suspension is time taken out. When the limit no longer
    runs, its last day could not be the end, and the days are those to which the end has to move."""
    suspended = next((each for each in suspensions if day in each), None) if suspensions else None
    if suspended:
        return CountedKind.SUSPENDED, suspended.reason
    if not calendar.is_workday(day) and not (running and unit != "working"):
        return CountedKind.REST, calendar.note(day)
    return CountedKind.COUNTED if running else CountedKind.MOVED, calendar.note(day)


def _can_end(day: date, calendar: Calendar, suspensions: Sequence[Suspension]) -> bool:
    """民法典 Art. 203: a period that ends on a holiday ends on the next day after it."""
    return calendar.is_workday(day) and not any(day in each for each in suspensions)


def days_needed(start: date, limit: Limit) -> int:
    """Months become days to the same day of the last month, or to its end (民法典 Art. 202)."""
    if limit.unit != "month":
        return limit.days
    month = start.year * 12 + start.month - 1 + limit.days
    year, month = divmod(month, 12)
    last = monthrange(year, month + 1)[1]
    return (date(year, month + 1, min(start.day, last)) - start).days

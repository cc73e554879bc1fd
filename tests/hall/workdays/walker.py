"""An independent walker: it reads ``cn_holidays.csv`` and the law directly and shares no line with the hall's own.

It takes one day after the other and asks of each: is it suspended, does anybody work, has the limit run out. Nothing
is optimised and nothing is imported from ``hall``.
"""

import csv
from datetime import date, timedelta
from pathlib import Path

TABLE = Path(__file__).resolve().parents[3] / "hall" / "workdays" / "data" / "cn_holidays.csv"
ONE = timedelta(days=1)


def _read() -> tuple[set[date], set[date]]:
    off: set[date] = set()
    on: set[date] = set()
    with TABLE.open(encoding="utf-8") as table:
        for row in csv.DictReader(table):
            (off if row["is_off_day"] == "1" else on).add(date.fromisoformat(row["date"]))
    return off, on


OFF, ON = _read()


def works(day: date) -> bool:
    """Make-up days are worked, days of the notice are not, and otherwise Monday to Friday are."""
    if day in ON:
        return True
    return day not in OFF and day.isoweekday() <= 5


def _same_day_of(start: date, months: int) -> date:
    """民法典 Art. 202: the same day of the last month, or its last day: step back until the day exists."""
    year, month = start.year, start.month
    for _ in range(months):
        month += 1
        if month == 13:
            year, month = year + 1, 1
    for day in (start.day, 30, 29, 28):
        if day <= start.day:
            try:
                return date(year, month, day)
            except ValueError:
                continue
    raise AssertionError


def walk(start: date, number: int, unit: str, gaps: list[tuple[date, date]]) -> date:
    """The last day of the period."""

    def stopped(day: date) -> bool:
        return any(first <= day <= last for first, last in gaps)

    left = number
    if unit == "month":
        left, day = 0, start
        while day < _same_day_of(start, number):
            day += ONE
            left += 1
    day = start
    while left:
        day += ONE
        if not stopped(day) and (unit != "working" or works(day)):
            left -= 1
    while stopped(day) or not works(day):
        day += ONE
    return day

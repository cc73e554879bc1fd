"""The thirteen days of 《全国年节及纪念日放假办法》, and a forecast of a year whose notice has not come. Pure.

元旦 1, 春节 4 (除夕 to 初三), 清明 1, 劳动节 2, 端午 1, 中秋 1, 国庆节 3. A day that falls on a weekend, or on another
of the thirteen, is made up for on the next working day; what the notice will swap around it, nobody knows before.
"""

import csv
from datetime import date, timedelta
from functools import cache
from pathlib import Path

from hall.workdays.kinds import DayKind, DayRow

DATA = Path(__file__).parent / "data"
ONE_DAY = timedelta(days=1)


@cache
def lunar_years() -> dict[int, dict[str, date]]:
    """The feasts that the moon moves, for every year that the table knows."""
    with (DATA / "lunar_days.csv").open(encoding="utf-8") as table:
        return {
            int(row.pop("year")): {feast: date.fromisoformat(day) for feast, day in row.items()}
            for row in csv.DictReader(table)
        }


def statutory_days(year: int) -> list[tuple[date, str]]:
    """The thirteen days of a year from 2025 on, in order; 中秋 and 国庆节 may share one."""
    feasts = lunar_years()[year]
    eve = feasts["spring_festival_eve"]
    named = [
        (date(year, 1, 1), "元旦"),
        *((eve + ONE_DAY * day, "春节") for day in range(4)),
        (feasts["qingming"], "清明节"),
        *((date(year, 5, day), "劳动节") for day in (1, 2)),
        (feasts["dragon_boat"], "端午节"),
        (feasts["mid_autumn"], "中秋节"),
        *((date(year, 10, day), "国庆节") for day in (1, 2, 3)),
    ]
    return sorted(named)


def forecast(year: int) -> list[DayRow]:
    """The days of rest that the rule alone gives: the thirteen, and one working day for each that was no loss."""
    feasts = statutory_days(year)
    rows = {day: DayRow(day, DayKind.STATUTORY, name) for day, name in reversed(feasts)}
    seen: set[date] = set()
    for day, name in feasts:
        if day.weekday() >= 5 or day in seen:
            instead = _next_working(day, rows)
            rows[instead] = DayRow(instead, DayKind.REST, f"{name}补假")
        seen.add(day)
    return sorted(rows.values())


def _next_working(day: date, rest: dict[date, DayRow]) -> date:
    while day.weekday() >= 5 or day in rest:
        day += ONE_DAY
    return day

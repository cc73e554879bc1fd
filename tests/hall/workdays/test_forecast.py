from datetime import date

import pytest

from hall.workdays.kinds import DayKind
from hall.workdays.notices import packaged
from hall.workdays.rest_days import forecast, lunar_years, statutory_days

YEARS = sorted(lunar_years())


@pytest.mark.parametrize("year", YEARS)
def test_every_year_has_thirteen_days_and_loses_none_to_a_weekend(year):
    assert len(statutory_days(year)) == 13
    assert sum(row.date.weekday() < 5 for row in forecast(year)) == 13


@pytest.mark.parametrize("year", [2025, 2026])
def test_the_thirteen_days_are_free_in_the_notices_that_came(year):
    _url, rows = packaged()[year]
    free = {row.date for row in rows if row.kind != DayKind.WORK}
    assert {day for day, _name in statutory_days(year)} <= free


def test_2027_before_its_notice():
    rest = {row.date: (row.kind, row.name) for row in forecast(2027)}
    assert rest[date(2027, 2, 5)] == (DayKind.STATUTORY, "春节")
    assert rest[date(2027, 2, 8)] == (DayKind.STATUTORY, "春节")
    # 除夕 is a Friday: 初一 and 初二 fall on the weekend and are made up for behind 初三.
    assert rest[date(2027, 2, 9)] == rest[date(2027, 2, 10)] == (DayKind.REST, "春节补假")
    assert date(2027, 2, 11) not in rest


def test_mid_autumn_on_the_national_day_is_made_up_for_too():
    rest = {row.date: row.name for row in forecast(2031)}
    assert rest[date(2031, 10, 1)] in {"中秋节", "国庆节"}
    assert sum(day.weekday() < 5 for day in rest if day.month == 10) == 4


@pytest.mark.parametrize("year", YEARS)
def test_no_forecast_makes_a_weekend_day_worked(year):
    assert all(row.kind != DayKind.WORK for row in forecast(year))

from datetime import date, datetime

import pytest

from hall.clock import freeze
from hall.workdays.actions import load_notice
from hall.workdays.checks import check_coverage
from hall.workdays.coverage import coverage_problem, covered_until
from hall.workdays.models import CalendarDay, CalendarYear
from hall.workdays.rest_days import forecast
from hall.workdays.tasks import watch_coverage

pytestmark = pytest.mark.django_db


def test_the_packaged_notices_reach_to_the_end_of_2026():
    assert covered_until() == date(2026, 12, 31)


def test_no_alarm_while_ninety_working_days_are_known():
    assert coverage_problem(date(2026, 8, 1)) is None


def test_an_alarm_in_autumn_until_the_notice_is_loaded():
    assert "放假安排只到2026年12月31日" in (coverage_problem(date(2026, 9, 1)) or "")
    load_notice(forecast(2027), year=2027, notice="国办发明电〔2026〕7号")
    assert coverage_problem(date(2026, 9, 1)) is None


def test_a_gap_between_years_ends_what_is_known():
    CalendarYear.objects.filter(year=2026).delete()
    assert covered_until() == date(2025, 12, 31)


def test_an_empty_calendar_says_what_to_run():
    CalendarDay.objects.all().delete()
    CalendarYear.objects.all().delete()
    assert "migrate" in (coverage_problem(date(2026, 9, 1)) or "")


def test_the_system_check_warns_and_names_the_command():
    with freeze(datetime(2026, 11, 23, 9)):
        (warning,) = check_coverage(databases=["default"])
    assert warning.id == "workdays.W001"
    assert "calendar_import" in (warning.hint or "")
    assert check_coverage(databases=None) == []


def test_every_day_the_operator_hears_of_it_until_the_notice_is_loaded(caplog):
    with freeze(datetime(2026, 11, 23, 9)):
        assert "2027年" in watch_coverage()
        assert "2027年" in caplog.text
        load_notice(forecast(2027), year=2027, notice="国办发明电〔2026〕7号")
        assert watch_coverage() == ""

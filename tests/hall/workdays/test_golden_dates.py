"""The executed vectors of the law's own calendar."""

from datetime import date

import pytest

from hall.workdays.arithmetic import Limit, Suspension, due_date, workdays_between
from tests.hall.workdays.calendars import REAL


@pytest.mark.parametrize(
    ("start", "days", "due"),
    [
        ("2026-02-10", 5, "2026-02-24"),
        ("2026-02-10", 20, "2026-03-16"),
        ("2026-09-18", 5, "2026-09-24"),
        ("2026-09-18", 20, "2026-10-22"),
        ("2026-09-18", 30, "2026-11-05"),
        ("2025-09-26", 10, "2025-10-16"),
        ("2026-04-30", 5, "2026-05-11"),
        ("2026-02-13", 1, "2026-02-14"),
        ("2026-03-02", 20, "2026-03-30"),
        ("2026-12-24", 5, "2026-12-31"),
        ("2026-12-17", 10, "2026-12-31"),
        ("2026-12-03", 20, "2026-12-31"),
        ("2026-11-19", 30, "2026-12-31"),
        ("2026-10-29", 45, "2026-12-31"),
    ],
)
def test_working_days_end_where_the_notices_put_them(start, days, due):
    assert due_date(date.fromisoformat(start), Limit(days), REAL).due == date.fromisoformat(due)


def test_a_special_procedure_of_eleven_working_days_moves_the_end_by_eleven_working_days():
    gap = Suspension(date(2026, 3, 10), date(2026, 3, 24), "检测")
    due = due_date(date(2026, 3, 2), Limit(20), REAL, [gap])
    assert due.due == date(2026, 4, 15)
    assert workdays_between(date(2026, 3, 30), due.due, REAL) == 11


@pytest.mark.parametrize(("year", "days"), [(2025, 248), (2026, 248)])
def test_a_year_has_its_working_days(year, days):
    assert workdays_between(date(year - 1, 12, 31), date(year, 12, 31), REAL) == days

"""Golden due dates of 2024 to 2026: 行政许可法 Art. 45 and 82, 民法典 Art. 201-203, by the notices of those years.

A table, an independent walker that reads the notices itself, and the arithmetic of the hall: all three agree.
"""

from datetime import date, timedelta
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hall.workdays.arithmetic import Limit, Suspension, due_date, workdays_between
from tests.hall.workdays.calendars import REAL
from tests.hall.workdays.walker import walk, works


class Golden(NamedTuple):
    start: date
    number: int
    unit: str
    due: date
    gaps: list[tuple[date, date]]

    def counted(self) -> date:
        gaps = [Suspension(first, last) for first, last in self.gaps]
        return due_date(self.start, Limit(self.number, self.unit), REAL, gaps).due  # type: ignore[arg-type]


def read() -> list[Golden]:
    lines = (Path(__file__).parent / "golden.txt").read_text().splitlines()
    return [_golden(*line.split()) for line in lines if not line.startswith("#")]


def _golden(start: str, number: str, unit: str, due: str, *gaps: str) -> Golden:
    spans = [(date.fromisoformat(gap[:10]), date.fromisoformat(gap[12:])) for gap in gaps]
    return Golden(date.fromisoformat(start), int(number), unit, date.fromisoformat(due), spans)


GOLDEN = read()


@pytest.mark.parametrize("golden", GOLDEN, ids=lambda one: f"{one.start}+{one.number}{one.unit}{len(one.gaps) or ''}")
def test_a_period_ends_where_the_notices_put_it(golden: Golden) -> None:
    assert golden.counted() == golden.due
    assert walk(golden.start, golden.number, golden.unit, golden.gaps) == golden.due


def test_the_table_covers_three_years_every_unit_and_suspensions() -> None:
    assert len(GOLDEN) > 100
    assert {2024, 2025, 2026} <= {one.due.year for one in GOLDEN}
    for unit in ("working", "natural", "month"):
        assert sum(one.unit == unit for one in GOLDEN) >= 14
        assert any(one.gaps for one in GOLDEN if one.unit == unit)


def test_ends_on_make_up_days_before_holidays_and_across_years_are_among_them() -> None:
    assert any(one.due.weekday() >= 5 for one in GOLDEN)
    assert any(one.due.year > one.start.year for one in GOLDEN)
    assert any(not works(one.start) for one in GOLDEN)


# domain.md §11, executed there with another calendar package.
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
def test_working_days_end_where_the_specification_says(start, days, due):
    assert due_date(date.fromisoformat(start), Limit(days), REAL).due == date.fromisoformat(due)


def test_a_special_procedure_of_eleven_working_days_moves_the_end_by_eleven_working_days():
    gap = Suspension(date(2026, 3, 10), date(2026, 3, 24), "检测")
    due = due_date(date(2026, 3, 2), Limit(20), REAL, [gap])
    assert due.due == date(2026, 4, 15)
    assert workdays_between(date(2026, 3, 30), due.due, REAL) == 11


@pytest.mark.parametrize(("year", "days"), [(2025, 248), (2026, 248)])
def test_a_year_has_its_working_days(year, days):
    assert workdays_between(date(year - 1, 12, 31), date(year, 12, 31), REAL) == days


@st.composite
def questions(draw):
    start = draw(st.dates(date(2008, 1, 1), date(2026, 10, 1)))
    offsets = draw(st.lists(st.tuples(st.integers(-10, 120), st.integers(0, 30)), max_size=4))
    return start, [(start + timedelta(first), start + timedelta(first + length)) for first, length in offsets]


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(questions(), st.integers(0, 60), st.sampled_from(["working", "natural", "month"]))
def test_any_period_ends_where_the_independent_walker_ends(question, number, unit):
    start, gaps = question
    number = number % 13 if unit == "month" else number
    suspended = [Suspension(first, last) for first, last in gaps]
    assert due_date(start, Limit(number, unit), REAL, suspended).due == walk(start, number, unit, gaps)

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hall.workdays.arithmetic import CountedKind, Limit, Suspension, due_date, workdays_between
from tests.hall.workdays.brute_force import natural_due, workday_due
from tests.hall.workdays.calendars import PLAIN, REAL, PlainCalendar

STARTS = st.dates(date(2020, 1, 1), date(2026, 10, 1))
DAYS = st.integers(1, 60)
CALENDARS = st.one_of(
    st.just(REAL),
    st.dictionaries(st.dates(date(2020, 1, 1), date(2027, 1, 1)), st.booleans(), max_size=40).map(PlainCalendar),
)


@st.composite
def gaps(draw):
    first = draw(st.dates(date(2020, 1, 1), date(2027, 1, 1)))
    return Suspension(first, first + timedelta(draw(st.integers(0, 40))))


@st.composite
def near(draw):
    """A start and suspensions close enough to matter."""
    start = draw(STARTS)
    offsets = draw(st.lists(st.tuples(st.integers(-5, 90), st.integers(0, 20)), max_size=4))
    return start, [Suspension(start + timedelta(a), start + timedelta(a + b)) for a, b in offsets]


@given(near(), DAYS, CALENDARS)
def test_working_days_agree_with_a_count_by_brute_force(situation, days, calendar):
    start, suspensions = situation
    due = due_date(start, Limit(days), calendar, suspensions).due
    assert due == workday_due(start, days, calendar, suspensions)


@given(near(), DAYS, CALENDARS)
def test_natural_days_agree_with_a_count_by_brute_force(situation, days, calendar):
    start, suspensions = situation
    due = due_date(start, Limit(days, "natural"), calendar, suspensions).due
    assert due == natural_due(start, days, calendar, suspensions)


@given(near(), DAYS, st.sampled_from(["working", "natural", "month"]))
def test_a_longer_limit_never_ends_sooner(situation, days, unit):
    start, suspensions = situation
    shorter = due_date(start, Limit(days, unit), REAL, suspensions).due
    assert shorter <= due_date(start, Limit(days + 1, unit), REAL, suspensions).due


@given(near(), DAYS)
def test_a_later_start_never_ends_sooner(situation, days):
    start, suspensions = situation
    first = due_date(start, Limit(days), REAL, suspensions).due
    assert first <= due_date(start + timedelta(1), Limit(days), REAL, suspensions).due


@given(near(), DAYS, gaps())
def test_a_further_suspension_never_brings_the_end_forward(situation, days, gap):
    start, suspensions = situation
    due = due_date(start, Limit(days), REAL, suspensions).due
    assert due <= due_date(start, Limit(days), REAL, [*suspensions, gap]).due


@given(near(), DAYS, st.randoms())
def test_the_order_of_suspensions_and_their_repetition_do_not_matter(situation, days, chance):
    start, suspensions = situation
    shuffled = suspensions * 2
    chance.shuffle(shuffled)
    plain = due_date(start, Limit(days), REAL, suspensions)
    assert due_date(start, Limit(days), REAL, shuffled) == plain


@given(near(), DAYS, st.integers(1, 30), st.sampled_from(["working", "natural", "month"]))
def test_a_suspension_that_begins_after_the_due_date_moves_nothing(situation, days, later, unit):
    start, suspensions = situation
    due = due_date(start, Limit(days, unit), REAL, suspensions)
    after = Suspension(due.due + timedelta(later), due.due + timedelta(later + 5))
    assert due_date(start, Limit(days, unit), REAL, [*suspensions, after]) == due


@given(near(), DAYS)
def test_a_suspension_cut_in_two_suspends_the_same(situation, days):
    start, suspensions = situation
    halves = [
        half for gap in suspensions for half in (Suspension(gap.first, gap.first), Suspension(gap.first, gap.last))
    ]
    whole = due_date(start, Limit(days), REAL, suspensions).due
    assert due_date(start, Limit(days), REAL, halves).due == whole


@given(near(), DAYS)
def test_every_day_is_told_once_and_only_the_counted_ones_are_numbered(situation, days):
    start, suspensions = situation
    due = due_date(start, Limit(days), REAL, suspensions)
    told = [day.date for day in due.days]
    assert told == [start + timedelta(i) for i in range((due.due - start).days + 1)]
    numbers = [day.number for day in due.days if day.kind == CountedKind.COUNTED]
    assert numbers == list(range(1, days + 1))
    assert due.days[0].kind == CountedKind.START


@given(STARTS, st.integers(0, 200), CALENDARS)
def test_the_distance_to_the_due_date_is_the_limit(start, days, calendar):
    end = start + timedelta(days)
    between = workdays_between(start, end, calendar)
    assert workdays_between(end, start, calendar) == -between
    if between > 0:
        assert due_date(start, Limit(between), calendar).due <= end


def test_both_ends_of_a_suspension_are_taken_out():
    monday = date(2026, 3, 2)
    gap = Suspension(date(2026, 3, 3), date(2026, 3, 4))
    assert due_date(monday, Limit(1), PLAIN, [gap]).due == date(2026, 3, 5)


def test_a_suspension_on_the_due_date_itself_moves_it():
    gap = Suspension(date(2026, 3, 6), date(2026, 3, 6))
    assert due_date(date(2026, 3, 2), Limit(4), PLAIN, [gap]).due == date(2026, 3, 9)


def test_a_suspension_over_the_day_of_the_start_takes_only_what_follows():
    gap = Suspension(date(2026, 3, 1), date(2026, 3, 3))
    assert due_date(date(2026, 3, 2), Limit(1), PLAIN, [gap]).due == date(2026, 3, 4)


@pytest.mark.parametrize(
    ("start", "months", "due"),
    [
        ("2026-01-15", 1, "2026-02-24"),  # 2026-02-15 lies in the spring festival
        ("2026-01-31", 1, "2026-02-28"),  # no 31st; the Saturday is worked
        ("2026-03-31", 1, "2026-04-30"),
        ("2026-05-30", 3, "2026-08-31"),  # 08-30 is a Sunday
        ("2025-11-30", 3, "2026-02-28"),
        ("2024-02-29", 12, "2025-02-28"),
    ],
)
def test_months_end_on_the_same_day_or_at_the_end_of_the_month(start, months, due):
    counted = due_date(date.fromisoformat(start), Limit(months, "month"), REAL)
    assert counted.due == date.fromisoformat(due)


def test_natural_days_that_end_on_a_holiday_end_on_the_next_working_day():
    due = due_date(date(2026, 9, 25), Limit(7, "natural"), REAL)
    assert due.due == date(2026, 10, 8)
    assert len(due.counted) == 7
    assert due.days[-1].kind == CountedKind.MOVED


def test_a_suspension_that_begins_before_the_moved_end_moves_it_further():
    gap = Suspension(date(2026, 3, 9), date(2026, 3, 10))
    assert due_date(date(2026, 3, 2), Limit(5, "natural"), PLAIN, [gap]).due == date(2026, 3, 11)


def test_no_days_at_all_end_on_the_day_itself_or_on_the_next_that_is_worked():
    assert due_date(date(2026, 3, 2), Limit(0), PLAIN).due == date(2026, 3, 2)
    assert due_date(date(2026, 3, 7), Limit(0), PLAIN).due == date(2026, 3, 9)


def test_a_due_date_is_provisional_as_soon_as_one_day_on_the_way_is():
    assert due_date(date(2026, 12, 30), Limit(2), PLAIN).provisional
    assert not due_date(date(2026, 12, 30), Limit(1), PLAIN).provisional


def test_nonsense_is_refused():
    with pytest.raises(ValueError):
        Limit(-1)
    with pytest.raises(ValueError):
        Suspension(date(2026, 3, 2), date(2026, 3, 1))

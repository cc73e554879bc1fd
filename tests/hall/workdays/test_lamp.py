from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hall.workdays.arithmetic import Limit, due_date
from hall.workdays.lamp import Lamp, Thresholds, amber_from, lamp_for
from tests.hall.workdays.calendars import REAL

MONDAY = date(2026, 3, 2)
PROMISE = due_date(MONDAY, Limit(10), REAL)
STATUTORY = due_date(MONDAY, Limit(20), REAL)


def lamp(today: date, **more) -> Lamp:
    return lamp_for(
        today,
        promise_due=PROMISE.due,
        statutory_due=STATUTORY.due,
        amber_on=amber_from(PROMISE),
        **more,
    )


def test_green_below_four_fifths_of_the_promise():
    assert lamp(date(2026, 3, 11)) == Lamp.GREEN


def test_amber_from_four_fifths_of_the_promise():
    assert amber_from(PROMISE) == date(2026, 3, 12)
    assert lamp(date(2026, 3, 12)) == Lamp.AMBER


def test_amber_to_the_end_of_the_promise():
    assert lamp(PROMISE.due) == Lamp.AMBER


def test_red_when_the_promise_is_exceeded_without_a_reason():
    assert lamp(PROMISE.due + timedelta(1)) == Lamp.RED


def test_amber_when_the_public_was_told_the_reason():
    assert lamp(PROMISE.due + timedelta(1), reason_given=True) == Lamp.AMBER


def test_red_when_the_law_is_exceeded_whatever_was_told():
    late = STATUTORY.due + timedelta(1)
    assert lamp(late, reason_given=True) == Lamp.RED
    assert lamp(late, stopped=True) == Lamp.RED


def test_blue_while_the_clock_is_stopped():
    assert lamp(date(2026, 3, 13), stopped=True) == Lamp.BLUE


def test_amber_on_the_last_working_day_of_a_short_promise():
    short = due_date(MONDAY, Limit(2), REAL)
    assert amber_from(short) == date(2026, 3, 3)


def test_a_promise_of_one_day_or_none_is_amber_from_its_start():
    for days in (0, 1):
        assert amber_from(due_date(MONDAY, Limit(days), REAL)) == MONDAY


def test_a_hall_sets_its_own_thresholds():
    assert amber_from(PROMISE, Thresholds(Decimal("0.5"), 1)) == date(2026, 3, 9)
    assert amber_from(PROMISE, Thresholds(Decimal("1.0"), 3)) == date(2026, 3, 11)


def test_a_case_without_clocks_is_green():
    assert lamp_for(MONDAY, promise_due=None, statutory_due=None, amber_on=None) == Lamp.GREEN


@given(st.integers(1, 45), st.integers(0, 100), st.booleans())
def test_the_lamp_never_turns_back_by_itself(days, later, reason):
    promise = due_date(MONDAY, Limit(days), REAL)
    clocks = {
        "promise_due": promise.due,
        "statutory_due": due_date(MONDAY, Limit(days + 5), REAL).due,
        "amber_on": amber_from(promise),
        "reason_given": reason,
    }
    order = [Lamp.GREEN, Lamp.AMBER, Lamp.RED]
    today, tomorrow = (lamp_for(MONDAY + timedelta(later + i), **clocks) for i in (0, 1))
    assert order.index(today) <= order.index(tomorrow)


@pytest.mark.parametrize("each", list(Lamp))
def test_each_lamp_has_a_word_beside_its_colour(each):
    assert str(each.label)

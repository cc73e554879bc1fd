"""T17: seven working days, amber from the fifth, red when they are over."""

from datetime import date, timedelta

import pytest

from applications.deadlines import publish_by, stops, unpublished_too_long
from hall.workdays.lamp import Lamp
from tracking.disclosure.limits import lamp_of


class PlainWeeks:
    """Monday to Friday, no holidays."""

    version = "plain"
    division = ""

    def is_workday(self, day: date) -> bool:
        return day.weekday() < 5

    def note(self, day: date) -> str:
        return ""

    def is_provisional(self, day: date) -> bool:
        return False


MONDAY = date(2026, 11, 2)


@pytest.mark.parametrize(
    ("on", "lamp", "words"),
    [
        (date(2026, 11, 2), Lamp.GREEN, "还剩 7 个工作日"),
        (date(2026, 11, 6), Lamp.GREEN, "还剩 3 个工作日"),
        (date(2026, 11, 9), Lamp.AMBER, "还剩 2 个工作日"),
        (date(2026, 11, 11), Lamp.AMBER, "今天届满"),
        (date(2026, 11, 12), Lamp.RED, "已超 1 个工作日"),
        (date(2026, 11, 16), Lamp.RED, "已超 3 个工作日"),
    ],
)
def test_the_lamp_of_a_decision_of_monday(on, lamp, words):
    assert lamp_of(MONDAY, on, PlainWeeks()) == (lamp, words)


def test_the_saturday_after_the_last_day_is_late_already():
    decided = date(2026, 11, 4)
    assert publish_by(decided, PlainWeeks()).due == date(2026, 11, 13)
    assert lamp_of(decided, date(2026, 11, 14), PlainWeeks()) == (Lamp.RED, "已超 1 个工作日")


def test_the_lamp_only_gets_worse():
    order = [Lamp.GREEN, Lamp.AMBER, Lamp.RED]
    lamps = [lamp_of(MONDAY, MONDAY + timedelta(days=n), PlainWeeks())[0] for n in range(30)]
    assert lamps == sorted(lamps, key=order.index)


def test_time_taken_out_moves_the_last_day_and_makes_the_lamp_blue_meanwhile():
    asked = [["2026-11-04", "2026-11-06"]]
    assert publish_by(MONDAY, PlainWeeks(), stops(asked, date(2026, 11, 5))).due == date(2026, 11, 16)
    assert lamp_of(MONDAY, date(2026, 11, 5), PlainWeeks(), asked)[0] == Lamp.BLUE
    assert lamp_of(MONDAY, date(2026, 11, 9), PlainWeeks(), asked) == (Lamp.GREEN, "还剩 5 个工作日")


def test_an_open_objection_holds_the_last_day_unless_it_came_too_late():
    due, later = date(2026, 11, 11), date(2026, 12, 24)
    assert not unpublished_too_long(due, [["2026-11-11", None]], later)
    assert unpublished_too_long(due, [["2026-11-12", None]], later)
    assert unpublished_too_long(due, [["2026-11-04", "2026-11-05"]], later)
    assert lamp_of(MONDAY, later, PlainWeeks(), [["2026-11-12", None]])[0] == Lamp.RED

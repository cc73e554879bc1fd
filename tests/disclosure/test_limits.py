"""T17: seven working days, amber from the fifth, red when they are over."""

from datetime import date, timedelta

import pytest

from hall.workdays.lamp import Lamp
from tracking.disclosure.limits import lamp_of, publish_by


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

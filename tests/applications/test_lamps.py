"""The lamp of a case through its life."""

from datetime import timedelta

import pytest

from applications.lamps import lamp_of
from hall.clock import today
from hall.workdays.calendars import calendar_for
from hall.workdays.lamp import Lamp
from tests.factories import cases

pytestmark = pytest.mark.django_db


def lamp(handling, *, day=None):
    return lamp_of(handling.application, handling, today=day or today())


def test_a_draft_has_no_lamp(city):
    assert lamp_of(cases.draft_case(), None, today=today()).lamp is None


def test_intake_is_green_and_amber_on_its_last_days(city):
    handling = cases.received_case()
    due = handling.application.intake_due
    assert due is not None
    assert lamp(handling).lamp == Lamp.GREEN
    assert lamp(handling).days_left == 5
    last = lamp(handling, day=due)
    assert (last.lamp, last.days_text) == (Lamp.AMBER, "受理期限今天届满")


def test_correcting_is_blue(city):
    view = lamp(cases.correcting_case())
    assert (view.lamp, view.days_text) == (Lamp.BLUE, "等待申请人补正")


def test_the_promise_shines_before_the_statutory_limit(city):
    handling = cases.accepted_case()
    assert "承诺期限还剩" in lamp(handling).days_text
    promised, law = handling.application.promise_due, handling.statutory_due
    assert promised is not None
    assert law is not None
    over = lamp(handling, day=promised + timedelta(days=1))
    assert (over.lamp, over.days_text) == (Lamp.RED, "承诺期限已超 1 个工作日")
    late = lamp(handling, day=law + timedelta(days=30))
    assert late.lamp == Lamp.RED
    assert late.days_text.startswith("法定期限已超")
    assert late.days_left < 0


def test_a_department_that_joins_shines_by_its_own_days_and_name(city):
    part = cases.joint_parts(cases.accepted_case(cases.WATER_SUPPLY))["water_resources"]
    assert lamp(part).days_text == "联办期限还剩 10 个工作日"


def test_amber_begins_at_the_share_of_the_hall(city):
    handling = cases.accepted_case()
    calendar, day = calendar_for("500103"), handling.application.accepted_on
    promised = handling.application.promise_due
    assert day is not None
    assert promised is not None
    shines = []
    while day <= promised:
        day += timedelta(days=1)
        shines.append(lamp_of(handling.application, handling, today=day, calendar=calendar).lamp)
    assert shines[0] == Lamp.GREEN
    assert Lamp.AMBER in shines


def test_after_the_decision_delivery_is_counted(city):
    assert lamp(cases.decided_case()).days_text == "送达期限还剩 10 个工作日"


def test_the_lower_part_has_no_lamp_after_it_reported(city):
    upper = cases.reported_case()
    lower = upper.application.handlings.earliest("id")
    lower.application = upper.application
    assert lamp(lower).lamp is None
    assert lamp(upper).lamp == Lamp.GREEN


def test_a_closed_case_has_no_lamp(city):
    view = lamp(cases.delivered_case())
    assert (view.lamp, view.label) == (None, "已办结归档")

"""Limits that pass (domain.md §7.4): told to the supervision once, dated by the limit, whoever notices and whenever."""

from datetime import date, datetime, timedelta
from typing import Any

import pytest

from applications.actions.accept import accept
from applications.actions.explain_overrun import explain_overrun
from applications.actions.locking import locked
from applications.actions.review import review
from applications.actions.settling import settle_due, settle_one
from applications.lamps import lamp_of
from applications.lifecycle import CaseState
from applications.models import Application, Handling
from applications.timeline import timeline_of
from hall.clock import freeze, today
from hall.events.models import Event
from hall.workdays.lamp import Lamp
from tests.factories.cases import (
    OPINION,
    SAND_MINING,
    accepted_case,
    checks_for,
    clerk,
    decided_case,
    delivered_case,
    fresh,
    received_case,
    reported_case,
    seen,
)
from tests.factories.stopping import extended

pytestmark = pytest.mark.django_db
MONDAY = datetime(2026, 3, 2, 10, 0)


def rules(handling):
    told = Event.objects.filter(subject_uid=handling.application.uid, kind="applications.RuleBroken")
    return [(one.payload["rule"], one.payload["since"]) for one in told.order_by("version")]


def reviewed(handling, version=None):
    told: dict[str, Any] = {"favourable": True, "opinion": OPINION, "no_conflict": True, "checks": checks_for(handling)}
    review(handling.uid, clerk(handling, "examiner"), seen=version or seen(handling), **told)


def after(day):
    """The first moment at which the limit of ``day`` is over."""
    return datetime.combine(day + timedelta(1), datetime.min.time())


def test_a_promise_is_broken_at_midnight_and_not_before(city):
    with freeze(MONDAY):
        handling = accepted_case()
    promise = handling.application.promise_due
    with freeze(after(promise) - timedelta(seconds=1)):
        assert settle_due() == 0
    with freeze(after(promise)):
        assert settle_due() == 1
        assert settle_due() == 0
    assert rules(handling) == [("R04", promise.isoformat())]


def test_the_statutory_limit_of_each_agency_is_its_own(city):
    with freeze(MONDAY):
        above = reported_case()
    with freeze(after(above.statutory_due)):
        settle_due()
    told = Event.objects.filter(kind="applications.RuleBroken", payload__rule="R05")
    assert [one.payload["handling"] for one in told] == [str(above.uid)]


def test_an_extension_moves_the_moment(city):
    with freeze(MONDAY):
        handling = accepted_case()
        extended(handling)
    with freeze(after(handling.statutory_due)):
        settle_due()
    assert [rule for rule, _since in rules(handling)] == ["R04"]
    with freeze(after(fresh(handling).statutory_due)):
        settle_due()
    assert [rule for rule, _since in rules(handling)] == ["R04", "R05"]


def test_silence_at_intake_is_an_event(city):
    with freeze(MONDAY):
        handling = received_case()
    with freeze(after(handling.application.intake_due)):
        settle_one(handling.application.uid)
    assert rules(handling) == [("R01", "2026-03-09")]


def test_a_step_that_was_finished_late_is_told_though_the_case_is_in_time(city):
    with freeze(MONDAY):
        handling = accepted_case()
    assert handling.step_due is not None
    assert handling.step_due < handling.application.promise_due
    with freeze(after(handling.step_due)):
        reviewed(handling)
    assert rules(handling) == [("R06", handling.step_due.isoformat())]


def test_a_step_in_its_days_is_told_to_nobody(city):
    with freeze(MONDAY):
        handling = accepted_case()
    with freeze(datetime.combine(handling.step_due, MONDAY.time())):
        reviewed(handling)
    assert rules(handling) == []
    assert fresh(handling).step_due > handling.step_due


def test_delivery_is_amber_on_the_eighth_day_and_red_after_the_tenth(city):
    with freeze(MONDAY):
        handling = decided_case()
    shines = {}
    for number in range(15):
        with freeze(MONDAY + timedelta(number)):
            shines[today().day] = lamp_of(handling.application, handling, today=today()).lamp
    assert next(day for day, lamp in shines.items() if lamp == Lamp.AMBER) == 12
    assert shines[16] == Lamp.AMBER
    with freeze(after(date(2026, 3, 16))):
        assert lamp_of(handling.application, handling, today=today()).lamp == Lamp.RED
        settle_due()
        settle_due()
    assert rules(handling) == [("R13", "2026-03-16")]


def test_what_was_delivered_in_time_is_told_to_nobody(city):
    with freeze(MONDAY):
        handling = delivered_case()
    with freeze(MONDAY + timedelta(60)):
        assert settle_due() == 0
    assert rules(handling) == []


def test_a_week_without_anybody_gives_the_same_as_a_beat_every_day(city):
    """Stop the scheduler for a week: the next reader finds every state, event and figure as if it had run."""
    with freeze(MONDAY):
        watched, alone = three_cases("500103"), three_cases("500101")
    days = 45
    for number in range(days):
        with freeze(MONDAY + timedelta(number)):
            for one in watched:
                settle_one(one.application.uid)
    with freeze(MONDAY + timedelta(days - 1)):
        for one in alone:
            settle_one(one.application.uid)
        assert [columns(one) for one in watched] == [columns(one) for one in alone]
        assert [rules(one) for one in watched] == [rules(one) for one in alone]
        assert [shown(one) for one in watched] == [shown(one) for one in alone]
    assert [rule for rule, _since in rules(alone[1])] == ["R01", "R04", "R05"]


def three_cases(hall):
    return (
        accepted_case(hall=hall),
        received_case(hall=hall, by="yunshang"),
        decided_case(hall=hall, by="zhangxiaoman"),
    )


def columns(handling):
    now = fresh(handling)
    names = ("state", "intake_due", "promise_due", "watched_due", "settle_at")
    case = [getattr(now.application, name) for name in names]
    return [*case, now.state, now.statutory_due, now.step_due, now.desk_due]


def shown(handling):
    now = fresh(handling)
    view = lamp_of(now.application, now, today=today())
    return view.lamp, view.days_text


def test_a_page_that_was_open_when_a_limit_passed_is_still_good_for_its_deed(city):
    with freeze(MONDAY):
        handling = accepted_case()
    version = seen(handling)
    with freeze(after(handling.application.promise_due)):
        reviewed(handling, version=version)
    assert ("R04", handling.application.promise_due.isoformat()) in rules(handling)


def test_the_applicant_reads_nothing_of_it(city):
    with freeze(MONDAY):
        handling = accepted_case()
    with freeze(after(handling.application.promise_due)):
        settle_due()
        titles = [one.title for one in timeline_of(Application.objects.get(pk=handling.application_id))]
    assert "效能监督事件" not in titles


def test_the_case_stays_open_and_the_decision_is_still_due(city):
    with freeze(MONDAY):
        handling = accepted_case()
    with freeze(after(handling.statutory_due)):
        settle_due()
    handling = fresh(handling)
    assert (handling.application.state, handling.is_open) == (CaseState.ACCEPTED, True)
    assert handling.statutory_due == Handling.objects.get(pk=handling.pk).statutory_due


def test_a_public_reason_turns_red_to_amber(city):
    with freeze(MONDAY):
        handling = accepted_case()
    with freeze(after(handling.application.promise_due)):
        signer, reason = clerk(handling, "signer"), "因系统升级，现场核查推迟。"
        explain_overrun(handling.uid, signer, seen=seen(handling), reason=reason)
        handling = fresh(handling)
        assert lamp_of(handling.application, handling, today=today()).lamp == Lamp.AMBER


def test_a_locked_case_is_settled_before_anything_else(city):
    with freeze(MONDAY):
        handling = accepted_case()
    with freeze(after(handling.application.promise_due)), locked(handling.application.uid) as application:
        assert application.breaches == ["R04"]


def test_the_lower_agency_is_watched_until_it_reported(city):
    with freeze(MONDAY):
        below = received_case(SAND_MINING)
        below = fresh(accept(below.uid, clerk(below, "window"), seen=seen(below)))
    with freeze(after(below.statutory_due)):
        settle_due()
    assert [rule for rule, _since in rules(below)] == ["R04", "R05"]

"""Adding to a list already told (行政许可法 Art. 32 (4), 72 (4)): only with a supervisor's reason, and then an R02."""

from typing import Any

import pytest

from applications.actions.accept import accept
from applications.actions.widen import answer_widening, ask_widening
from applications.lifecycle import CaseState
from applications.models import Errand, Matter, Widening
from hall.errors import Incomplete, NotAllowed, WrongState
from tests.applications.actions.refusing import refused
from tests.applications.actions.test_correct import FIELD, MATERIAL, again, answered_once, broken_rules
from tests.factories.cases import clerk, fresh, received_case, seen, staff_member

pytestmark = pytest.mark.django_db
WHY = "补正后的平面图显示场所扩大，需要相应材料。"
ALLOWED = "新情况由申请人补正引起，同意增补。"


def widen(handling: Any, *entries: Any, by: Any = None, reason: str = WHY) -> Any:
    told: Any = entries or [MATERIAL]
    return ask_widening(handling.uid, by or clerk(handling, "window"), seen=seen(handling), entries=told, reason=reason)


def reply(handling, *, by=None, allowed=True, answer=ALLOWED):
    user = by or staff_member("yz-supervisor")
    return answer_widening(handling.uid, user, seen=seen(handling), allowed=allowed, answer=answer)


def test_a_new_entry_waits_for_the_supervisor(city):
    handling = answered_once(FIELD)
    widening = widen(handling)
    errand = Errand.objects.get(matter=Matter.ALLOW_WIDENING)
    assert (errand.subject_uid, errand.duty, errand.done_at) == (widening.uid, "supervisor", None)
    assert fresh(handling).application.state == CaseState.RECEIVED
    with refused(handling, WrongState):
        again(handling, widened=True)


def test_what_was_let_pass_is_told_and_is_an_r02(city):
    handling = answered_once(FIELD)
    widening = widen(handling)
    reply(handling)
    correction = again(handling, "field-area", widened=True)
    assert [one["key"] for one in correction.entries] == ["area", "plans"]
    assert broken_rules(handling) == ["R02"]
    assert Widening.objects.get().carried_by == correction
    assert Errand.objects.get(subject_uid=widening.uid).done_by_name == staff_member("yz-supervisor").name


def test_it_passes_once(city):
    handling = answered_once(FIELD)
    widen(handling)
    reply(handling)
    again(handling, widened=True)
    assert Widening.objects.filter(allowed=True, carried_by=None).count() == 0


def test_what_was_not_let_pass_cannot_be_told(city):
    handling = answered_once(FIELD)
    widen(handling)
    reply(handling, allowed=False, answer="应当在第一次告知时一并提出。")
    with refused(handling, WrongState):
        again(handling, widened=True)


def test_the_answer_needs_a_reason_and_the_request_as_well(city):
    handling = answered_once(FIELD)
    with refused(handling, Incomplete):
        widen(handling, reason=" ")
    widen(handling)
    with refused(handling, Incomplete):
        reply(handling, answer="同意")


def test_only_a_supervisor_of_the_hall_answers(city, stranger):
    handling = answered_once(FIELD)
    widen(handling)
    for person in (clerk(handling, "window"), clerk(handling, "head"), staff_member("wz-supervisor"), stranger):
        with refused(handling, NotAllowed):
            reply(handling, by=person)


def test_only_the_window_asks_and_only_for_what_the_item_names(city, stranger):
    handling = answered_once(FIELD)
    for person in (clerk(handling, "examiner"), stranger):
        with refused(handling, NotAllowed):
            widen(handling, by=person)
    with refused(handling, NotAllowed):
        widen(handling, {**MATERIAL, "key": "payroll"})


def test_what_was_told_before_needs_no_leave(city):
    handling = answered_once(FIELD)
    with refused(handling, NotAllowed):
        widen(handling, FIELD)


def test_one_request_at_a_time_and_only_after_a_first_list(city):
    untold = received_case(by="zhangxiaoman")
    with refused(untold, WrongState):
        widen(untold)
    handling = answered_once(FIELD)
    widen(handling)
    with refused(handling, WrongState):
        widen(handling)


def test_an_acceptance_makes_the_request_needless(city):
    handling = answered_once(FIELD)
    widen(handling)
    accept(handling.uid, clerk(handling, "window"), seen=seen(handling))
    assert Widening.objects.get().allowed is False
    assert Errand.objects.get(matter=Matter.ALLOW_WIDENING).done_at is not None
    with refused(handling, WrongState):
        reply(handling)

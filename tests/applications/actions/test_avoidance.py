"""Keeping out of a case 回避: whoever has an interest in it does no further deed in it."""

from typing import Any

import pytest
from django.db import IntegrityError, transaction

from applications.actions.avoidance import answer_avoidance, ask_avoidance, declare_conflict, order_avoidance
from applications.actions.decide import grant
from applications.actions.review import review
from applications.lifecycle import HandlingState
from applications.models import Avoidance, AvoidanceState, Errand, Handling
from applications.rules import avoided_by, avoids, may_examine, may_sign, may_take_in
from hall.accounts.models import Duty, Post, User
from hall.errors import Incomplete, Invalid, NotAllowed, NotFound, WrongState
from tests.applications.actions.refusing import refused
from tests.applications.views.desk import done, listed, offered, opened, uids
from tests.cast import client_of
from tests.factories.cases import (
    CONTENT,
    OPINION,
    SAND_MINING,
    accepted_case,
    checks_for,
    clerk,
    decide,
    decided_case,
    examine,
    fresh,
    received_case,
    reviewed_case,
    seen,
    staff_member,
)

pytestmark = pytest.mark.django_db
WHY = "申请人的法定代表人是我的近亲属。"


def declare(handling, user, reason=WHY):
    declare_conflict(handling.uid, user, seen=seen(handling), reason=reason)
    return fresh(handling)


def order(handling, by, officer, reason=WHY):
    order_avoidance(handling.uid, by, seen=seen(handling), officer=officer.uid, reason=reason)
    return fresh(handling)


def ask(handling, name="林慎之", reason=WHY):
    application = handling.application
    ask_avoidance(application.uid, application.applicant, seen=seen(handling), officer_name=name, reason=reason)
    return fresh(handling)


def answer(handling, by, upheld, officer=None, reason="经核实情况如下，特此答复。"):
    told: dict[str, Any] = {"upheld": upheld, "reason": reason, "officer": officer.uid if officer else None}
    answer_avoidance(handling.uid, by, seen=seen(handling), **told)
    return fresh(handling)


def test_without_saying_that_there_is_no_interest_nothing_is_examined(city):
    handling = accepted_case()
    told: dict[str, Any] = {"favourable": True, "opinion": OPINION, "checks": checks_for(handling)}
    with refused(handling, Incomplete) as refusal:
        review(handling.uid, clerk(handling, "examiner"), seen=seen(handling), **told)
    assert list(refusal.value.fields) == ["no_conflict"]
    assert examine(handling).steps.get(kind="review").no_conflict is True


def test_who_declares_an_interest_does_nothing_more_and_another_takes_the_case(city):
    handling = accepted_case()
    examiner, other = clerk(handling, "examiner"), staff_member("yz-examiner")
    handling = declare(handling, examiner)
    told: dict[str, Any] = {"favourable": True, "opinion": OPINION, "no_conflict": True, "checks": checks_for(handling)}
    with refused(handling, NotAllowed):
        review(handling.uid, examiner, seen=seen(handling), **told)
    with refused(handling, NotAllowed):
        declare(handling, examiner)
    review(handling.uid, other, seen=seen(handling), **told)
    assert fresh(handling).steps.get(kind="review").done_by_uid == other.uid


def test_no_list_shows_what_the_page_refuses(city):
    handling = accepted_case()
    examiner, other = clerk(handling, "examiner"), staff_member("yz-examiner")
    handling = declare(handling, examiner)
    assert uids(listed(examiner)) == []
    assert uids(listed(other)) == [handling.uid]
    assert uids(listed(examiner, scope="all")) == [handling.uid]
    page = opened(handling, examiner)
    assert offered(page) == []
    assert "您对本办件已经回避" in page.content.decode()
    for user in (examiner, other):
        assert Handling.objects.filter(avoided_by(user)).exists() == avoids(user, handling)


def test_it_holds_for_every_duty_of_that_person_in_this_handling_alone(city):
    handling, elsewhere = accepted_case(), accepted_case(by="zhangxiaoman")
    examiner = clerk(handling, "examiner")
    for duty in (Duty.SIGNER, Duty.WINDOW):
        Post.objects.create(user=examiner, department=handling.department, duty=duty)
    handling = declare(handling, User.objects.get(pk=examiner.pk))
    examiner = User.objects.get(pk=examiner.pk)
    assert not any(rule(examiner, handling) for rule in (may_examine, may_sign, may_take_in))
    assert all(rule(examiner, elsewhere) for rule in (may_examine, may_sign, may_take_in))


def test_a_declaration_says_why_and_is_made_by_those_who_work_here(city, wz_wj_examiner):
    handling = accepted_case()
    with refused(handling, Incomplete) as told:
        declare(handling, clerk(handling, "examiner"), reason="同意")
    assert list(told.value.fields) == ["reason"]
    for person in (wz_wj_examiner, handling.application.applicant, staff_member("yz-supervisor")):
        with refused(handling, NotAllowed):
            declare(handling, person)
    gone = decided_case(by="zhangxiaoman")
    with refused(gone, WrongState):
        declare(gone, clerk(gone, "signer"))


@pytest.mark.parametrize("by", ["yz-wj-head", "yz-supervisor"])
def test_head_and_supervisor_may_order_it_and_what_rested_on_that_opinion_is_examined_again(city, by):
    handling = reviewed_case()
    examiner = clerk(handling, "examiner")
    handling = order(handling, staff_member(by), examiner)
    assert handling.state == HandlingState.EXAMINING
    assert handling.step_kind == "review"
    told: dict[str, Any] = {"favourable": True, "opinion": OPINION, "no_conflict": True, "checks": checks_for(handling)}
    review(handling.uid, staff_member("yz-examiner"), seen=seen(handling), **told)
    handling = fresh(handling)
    # The same officer went to look as well: others must go.
    with refused(handling, Incomplete) as refusal:
        grant(handling.uid, clerk(handling, "signer"), seen=seen(handling), content=CONTENT)
    assert "重新核查" in str(refusal.value.message)


def test_below_a_case_that_waits_to_be_reported_goes_back_as_well(city):
    below = reviewed_case(SAND_MINING)
    below = order(below, staff_member("yz-sl-head"), clerk(below, "examiner"))
    assert (below.state, below.step_kind) == (HandlingState.EXAMINING, "review")


def test_a_signer_who_keeps_out_leaves_the_opinion_standing(city):
    handling = reviewed_case()
    handling = order(handling, staff_member("yz-wj-head"), clerk(handling, "signer"))
    assert handling.state == HandlingState.DECIDING
    with refused(handling, NotAllowed):
        grant(handling.uid, clerk(handling, "signer"), seen=seen(handling), content=CONTENT)
    grant(handling.uid, staff_member("yz-signer"), seen=seen(handling), content=CONTENT)


def test_nobody_else_may_order_it_nor_about_others(city, wz_wj_head, staff):
    handling = accepted_case()
    for person in (clerk(handling, "signer"), wz_wj_head):
        with refused(handling, NotAllowed):
            order(handling, person, clerk(handling, "examiner"))
    head = clerk(handling, "head")
    with refused(handling, Invalid) as told:
        order(handling, head, staff["wz-wj-examiner"])
    assert list(told.value.fields) == ["officer"]
    handling = order(handling, head, clerk(handling, "examiner"))
    with refused(handling, Invalid):
        order(handling, head, clerk(handling, "examiner"))


def test_the_database_knows_one_standing_avoidance_an_officer(city):
    handling = declare(accepted_case(), clerk(accepted_case(by="zhangxiaoman"), "examiner"))
    one = handling.avoidances.get()
    one.pk, one.uid = None, handling.uid
    with pytest.raises(IntegrityError, match="an_officer_avoids_once"), transaction.atomic():
        one.save(force_insert=True)


def test_reasons_are_sealed(city):
    handling = declare(accepted_case(), clerk(accepted_case(by="zhangxiaoman"), "examiner"))
    stored = Avoidance.objects.extra(select={"raw": "reason"}).values_list("raw", flat=True)
    assert WHY not in stored[0]
    assert handling.avoidances.get().reason == WHY


def test_the_applicant_asks_and_the_head_decides_before_anything_is_decided(city):
    handling = ask(reviewed_case())
    errand = Errand.objects.get(matter="decide_avoidance")
    assert (errand.duty, errand.done_at) == (Duty.HEAD, None)
    assert errand.due is not None
    with refused(handling, Incomplete) as told:
        grant(handling.uid, clerk(handling, "signer"), seen=seen(handling), content=CONTENT)
    assert "回避" in str(told.value.message)
    with refused(handling, WrongState):
        ask(handling)
    handling = answer(handling, clerk(handling, "head"), False)
    errand.refresh_from_db()
    assert errand.done_at is not None
    assert handling.avoidances.get().state == AvoidanceState.REFUSED
    assert decide(handling).application.decision.granted


def test_upheld_it_names_the_officer_who_was_meant(city):
    handling = ask(accepted_case(), name="姓林的审查员")
    head, examiner = clerk(handling, "head"), clerk(handling, "examiner")
    with refused(handling, Invalid) as told:
        answer(handling, head, True)
    assert list(told.value.fields) == ["officer"]
    handling = answer(handling, head, True, examiner)
    assert avoids(examiner, handling)
    assert handling.avoidances.get().officer_name == examiner.name


def test_nobody_decides_about_themselves(city):
    handling = ask(accepted_case(), name="林为公")
    head = clerk(handling, "head")
    with refused(handling, Invalid) as told:
        answer(handling, head, True, head)
    assert "监督人员" in str(told.value.message)
    assert avoids(head, order(handling, staff_member("yz-supervisor"), head))


def test_only_the_owner_asks_and_only_the_head_answers(city, stranger, wz_wj_head):
    handling = accepted_case()
    with refused(handling, NotFound):
        ask_avoidance(handling.application.uid, stranger, seen=seen(handling), officer_name="林", reason=WHY)
    for told in ({"name": " "}, {"reason": "无"}):
        with refused(handling, Incomplete):
            ask(handling, **told)
    handling = ask(handling)
    for person in (clerk(handling, "signer"), clerk(handling, "examiner"), wz_wj_head):
        with refused(handling, NotAllowed):
            answer(handling, person, False)
    handling = answer(handling, clerk(handling, "head"), False)
    with refused(handling, WrongState):
        answer(handling, clerk(handling, "head"), False)
    gone = decided_case(by="zhangxiaoman")
    with refused(gone, WrongState):
        ask(gone)


def test_it_is_asked_and_answered_from_the_pages(city):
    handling = accepted_case()
    applicant, head = handling.application.applicant, clerk(handling, "head")
    place = f"/apply/{handling.application.uid}/"
    written = {"version": seen(handling), "officer_name": "林慎之", "reason": WHY}
    assert client_of(applicant).post(f"{place}ask_avoidance/", written).status_code == 302
    assert "answer_avoidance" in offered(opened(handling, head))
    assert "answer_avoidance" not in offered(opened(handling, clerk(handling, "signer")))
    nobody = {"upheld": "yes", "reason": "情况属实，予以回避的理由。"}
    assert done(handling, head, "answer_avoidance", **nobody).status_code == 422
    told = {"upheld": "yes", "reason": "经核实，两人是近亲属。", "officer": str(clerk(handling, "examiner").uid)}
    assert done(handling, head, "answer_avoidance", **told).status_code == 302
    page = client_of(applicant).get(place).content.decode()
    assert "经核实，两人是近亲属。" in page
    assert done(handling, staff_member("yz-examiner"), "declare_conflict", reason=WHY).status_code == 302
    assert done(
        handling, staff_member("yz-supervisor"), "order_avoidance", officer=str(head.uid), reason=WHY
    ).status_code == 302
    assert fresh(handling).avoidances.count() == 3


def test_intake_may_be_kept_out_of_too(city):
    handling = received_case()
    window = clerk(handling, "window")
    handling = declare(handling, window)
    assert not may_take_in(window, handling)
    assert may_take_in(staff_member("yz-window"), handling)


def test_whose_turn_it_is_may_always_say_that_they_have_an_interest(city):
    for handling, role in ((accepted_case(), "examiner"), (reviewed_case(by="zhangxiaoman"), "signer")):
        assert "declare_conflict" in offered(opened(handling, clerk(handling, role)))
        assert "declare_conflict" not in offered(opened(handling, clerk(handling, "cert")))
    assert "order_avoidance" in offered(opened(handling, clerk(handling, "head")))

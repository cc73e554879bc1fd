"""Opinions asked of other departments 征求意见: a question, chosen materials, days of its own, no clock stopped."""

from datetime import datetime, timedelta

import pytest

from applications.actions.answer_opinion import answer_opinion
from applications.actions.ask_opinion import ask_opinion
from applications.actions.report_up import report_up
from applications.lifecycle import CaseState
from applications.models import Errand, Matter, OpinionRequest
from applications.queries.annexes import annexes_of_handling
from applications.queries.desk.errands import errands_for
from applications.queries.opinions import asked_of, due_of, materials_shown
from hall.clock import freeze
from hall.errors import Incomplete, Invalid, NotAllowed, NotFound, WrongState
from tests.applications.actions.refusing import refused
from tests.factories.cases import (
    SAND_MINING,
    WATER_SUPPLY,
    accepted_case,
    clerk,
    decide,
    examine,
    fresh,
    join,
    joint_parts,
    received_case,
    reported_case,
    reviewed_case,
    seen,
    staff_member,
    work,
)

pytestmark = pytest.mark.django_db

QUESTION = "该场所的用工人数是否与参保登记一致？"
ANSWER = "经核对参保登记，人数一致。"


def ask(handling, user=None, **told):
    asked = {"level": "district", "kind": "人力资源社会保障", "question": QUESTION, "days": 5, **told}
    return ask_opinion(handling.uid, user or clerk(handling, "examiner"), seen=seen(handling), **asked)


def answer(asked, user=None, words=ANSWER):
    return answer_opinion(asked.uid, user or staff_member("yz-rs-examiner"), answer=words)


def test_the_department_gets_an_errand_with_its_own_due_date_and_the_clocks_run_on(city):
    with freeze(datetime(2026, 11, 2, 9)):
        handling = accepted_case()
        before = handling.statutory_due, handling.application.promise_due
        asked = ask(handling)
        errand = Errand.objects.get(matter=Matter.GIVE_OPINION)
    assert (errand.department, str(errand.due)) == (city.departments["yz-rs"], "2026-11-09")
    assert due_of(asked) == errand.due
    assert (fresh(handling).statutory_due, fresh(handling).application.promise_due) == before
    assert not asked.application.has_been_in("suspension")


def test_the_answer_reaches_whoever_asked_and_nothing_waits_any_more(city):
    handling = accepted_case()
    answer(ask(handling))
    (annex,) = [one for one in annexes_of_handling(fresh(handling)) if one.name == "opinions-asked"]
    assert [one.request.answer for one in annex.content] == [ANSWER]
    assert not Errand.objects.filter(done_at=None, matter=Matter.GIVE_OPINION).exists()


def test_only_the_question_and_the_chosen_materials_are_shown(city):
    handling = accepted_case()
    chosen, *others = handling.application.spec.materials
    asked = ask(handling, materials=[chosen.key])
    examiner = staff_member("yz-rs-examiner")
    seen_there = asked_of(examiner, asked.uid)
    assert [one.key for one in materials_shown(seen_there)] == [chosen.key]
    assert others


def test_with_the_answer_the_materials_are_out_of_sight_again(city):
    handling = accepted_case()
    asked = answer(ask(handling, materials=[handling.application.spec.materials[0].key]))
    assert not materials_shown(asked).exists()


def test_either_level_may_be_asked_and_by_a_joint_department_too(city):
    handling = accepted_case(WATER_SUPPLY)
    asked = ask(handling, level="city", kind="水利")
    assert asked.department == city.departments["cq-sl"]
    part = joint_parts(handling)["water_quality"]
    below = ask(part, level="district", kind="人力资源社会保障")
    assert below.department == city.departments["yz-rs"]


def test_the_upper_agency_may_ask_the_one_below(city):
    asked = ask(reported_case(), kind="水利")
    assert asked.department == city.departments["yz-sl"]


def test_a_late_answer_is_amber_at_the_desk_and_still_taken(city):
    with freeze(datetime(2026, 11, 2, 9)):
        asked = ask(accepted_case())
    examiner = staff_member("yz-rs-examiner")
    with freeze(datetime.combine(due_of(asked) + timedelta(days=1), datetime.min.time())):
        (waiting,) = errands_for(examiner, [asked.department_id])
        assert (waiting.is_late, waiting.is_question) == (True, True)
        answer(asked)


def test_one_answer(city):
    asked = answer(ask(accepted_case()))
    with pytest.raises(WrongState) as told:
        answer(asked, words="再答复一次，没有意见。")
    assert staff_member("yz-rs-examiner").name in str(told.value.message)


def test_a_decided_case_needs_no_answer_any_more(city):
    handling = reviewed_case()
    asked = ask(handling)
    assert decide(handling).application.state == CaseState.DECIDED
    assert OpinionRequest.objects.get().withdrawn_at is not None
    assert not Errand.objects.filter(done_at=None, matter=Matter.GIVE_OPINION).exists()
    with pytest.raises(WrongState):
        answer(asked)


def test_a_joint_part_that_is_done_withdraws_its_questions(city):
    part = joint_parts(accepted_case(WATER_SUPPLY))["water_resources"]
    ask(part)
    join(part)
    assert OpinionRequest.objects.get().withdrawn_at is not None


def test_nobody_else_finds_the_question(city, yz_rs_signer, yz_wj_examiner, cq_rs_examiner, stranger):
    asked = ask(accepted_case())
    for person in (yz_rs_signer, yz_wj_examiner, cq_rs_examiner, stranger):
        with pytest.raises(NotFound):
            asked_of(person, asked.uid)
        with pytest.raises(NotFound):
            answer(asked, person)


def test_only_the_examiners_of_the_handling_ask(city, yz_rs_examiner, stranger):
    handling = accepted_case()
    for person in (clerk(handling, "window"), yz_rs_examiner, stranger):
        with refused(handling, NotAllowed):
            ask(handling, person)


def test_not_before_acceptance(city):
    handling = received_case()
    with refused(handling, WrongState):
        ask(handling)


@pytest.mark.parametrize(
    ("told", "refusal", "field"),
    [
        ({"question": "同意"}, Incomplete, "opinion"),
        ({"days": 0}, Invalid, "days"),
        ({"days": 31}, Invalid, "days"),
        ({"kind": "卫生健康"}, Invalid, "department"),
        ({"kind": "公安"}, Invalid, "department"),
    ],
)
def test_what_is_wrong_stands_beside_its_field(city, told, refusal, field):
    handling = accepted_case()
    with refused(handling, refusal) as problem:
        ask(handling, **told)
    assert field in problem.value.fields


def test_a_material_that_is_not_listed_is_never_shown(city):
    asked = ask(accepted_case(), materials=["nothing_of_the_kind"])
    assert asked.materials == []


def test_an_answer_given_below_goes_up_with_the_package(city):
    below = accepted_case(SAND_MINING)
    answer(ask(below))
    above = report(examine(fresh(below)))
    (said,) = [one for one in above.package.content["opinions"] if one["opinion"] == ANSWER]
    assert said["title"].startswith("渝中区人力资源和社会保障局")


def report(below):
    report_up(below.uid, clerk(below, "signer"), seen=seen(below), opinion="材料齐全，建议准予许可。")
    work()
    return fresh(below.application.handlings.exclude(pk=below.pk).get())

"""Joint handling (行政许可法 Art. 26, 42): three departments over two levels examine at once, the lead decides."""

from datetime import datetime, timedelta
from types import SimpleNamespace
from typing import Any

import pytest

from applications.actions.decide import grant
from applications.actions.join_in import join_in
from applications.actions.recount import recount
from applications.actions.settling import settle_due
from applications.actions.urge import urge
from applications.actions.withdraw import withdraw
from applications.lifecycle import CaseState, HandlingState
from applications.models import Errand, Handling, Matter, Role
from applications.queries.annexes import annexes_of_case, annexes_of_handling
from applications.queries.desk.dossier import dossier_of
from applications.queries.hindrances import hindrances
from applications.queries.mine import holder_of
from applications.rules import approver_duty, extension_allowed, materials_for
from applications.timeline import timeline_of
from hall.accounts.models import Duty
from hall.catalogue.spec import Limit
from hall.clock import freeze
from hall.errors import Incomplete, NotAllowed, WrongState
from hall.events.models import Event
from tests.applications.actions.refusing import refused
from tests.factories.cases import (
    CONTENT,
    WATER_SUPPLY,
    accepted_case,
    clerk,
    decide,
    examine,
    fresh,
    join,
    joint_parts,
    received_case,
    seen,
)

pytestmark = pytest.mark.django_db


def lead_case(**asked):
    return accepted_case(WATER_SUPPLY, **asked)


def late(part):
    """The morning after this part's last day."""
    return datetime.combine(part.statutory_due + timedelta(days=1), datetime.min.time().replace(hour=9))


def test_on_acceptance_every_department_begins_at_once_with_its_own_days(city):
    with freeze(datetime(2026, 11, 2, 9)):
        lead = lead_case()
        parts = joint_parts(lead)
    assert {one.department for one in parts.values()} == {city.departments["yz-sl"], city.departments["cq-wj"]}
    assert {one.state for one in parts.values()} == {HandlingState.EXAMINING}
    assert {name: str(one.statutory_due) for name, one in parts.items()} == {
        "water_resources": "2026-11-16",
        "water_quality": "2026-11-23",
    }
    assert str(lead.statutory_due) == "2027-01-05"
    assert all(one.desk_due for one in parts.values())


def test_a_case_that_is_not_accepted_has_no_parts_yet(city):
    assert joint_parts(received_case(WATER_SUPPLY)) == {}


def test_the_statutory_period_is_45_days_and_the_government_may_add_15(city):
    lead = lead_case()
    assert (lead.limit.days, lead.limit.extension_days) == (45, 15)
    assert approver_duty(lead) == Duty.GOVERNMENT
    assert approver_duty(accepted_case(by="zhangxiaoman")) == Duty.HEAD


@pytest.mark.parametrize(("mode", "days"), [("single", 10), ("unified", 15), ("joint", 15), ("central", 15)])
def test_what_may_be_added_depends_on_how_a_case_is_handled(mode, days):
    spec = SimpleNamespace(handling_mode=mode, is_two_level=False)
    handled: Any = SimpleNamespace(application=SimpleNamespace(spec=spec), is_lead=True, level="district")
    handled.limit = Limit(20)
    assert extension_allowed(handled) == days
    handled.limit = Limit(20, "working", 30)
    assert extension_allowed(handled) == 30


def test_the_decision_waits_for_every_opinion_and_says_whose_and_until_when(city):
    lead = examine(lead_case())
    owed = list(hindrances(lead, granting=True))
    assert len(owed) == 2
    assert any("渝中区水利局" in one and "期限至" in one for one in owed)
    with refused(lead, Incomplete):
        grant(lead.uid, clerk(lead, "signer"), seen=seen(lead), content=CONTENT)
    for part in joint_parts(lead).values():
        join(part)
    assert decide(fresh(lead)).application.state == CaseState.DECIDED


def test_an_opinion_ends_the_part_and_nothing_waits_there_any_more(city):
    lead = lead_case()
    part = join(joint_parts(lead)["water_resources"])
    assert (part.state, part.desk_due, part.step_kind) == (HandlingState.CONCLUDED, None, "")
    assert part.state_label == "已提出联办意见"
    decide_when_all_are_in(lead)
    # The certificate is the lead's to make and deliver.
    assert fresh(part).desk_due is None
    assert fresh(lead).desk_due is not None


def decide_when_all_are_in(lead):
    for part in joint_parts(lead).values():
        if part.is_open:
            join(part)
    return decide(examine(fresh(lead)))


def test_departments_do_not_wait_for_each_others_page(city):
    lead = lead_case()
    both, version = joint_parts(lead), seen(lead)
    for part in both.values():
        join_in(part.uid, clerk(part, "examiner"), seen=version, favourable=True, opinion="水质、水量符合要求。")
    assert list(hindrances(fresh(lead), granting=True)) == []


def test_one_opinion_a_part(city):
    part = join(joint_parts(lead_case())["water_quality"])
    with refused(part, WrongState):
        join(part)


def test_only_the_examiners_of_that_department(city, yz_wj_examiner, cq_sl_examiner, stranger):
    part = joint_parts(lead_case())["water_resources"]
    for person in (clerk(part, "signer"), yz_wj_examiner, cq_sl_examiner, stranger):
        with refused(part, NotAllowed):
            join_in(part.uid, person, seen=seen(part), favourable=True, opinion="水源可靠，符合要求。")


def test_a_bare_word_is_no_opinion(city):
    part = joint_parts(lead_case())["water_resources"]
    with refused(part, Incomplete):
        join(part, opinion="同意")


def test_a_late_department_is_urged_and_then_the_lead_may_decide(city):
    lead = examine(lead_case())
    parts = joint_parts(lead)
    join(parts["water_quality"])
    slow = parts["water_resources"]
    with freeze(late(slow)):
        assert any("请先督促" in one for one in hindrances(fresh(lead), granting=True))
        urge(lead.uid, clerk(lead, "examiner"), seen=seen(lead), part=slow.uid, reason="请尽快提出意见。")
        assert list(hindrances(fresh(lead), granting=True)) == []
        decide(fresh(lead))
    assert fresh(slow).state == HandlingState.ENDED
    errand = Errand.objects.get(matter=Matter.JOINT_OVERDUE)
    assert (errand.department, errand.duty) == (slow.department, Duty.HEAD)
    assert errand.done_at is not None
    rules = Event.objects.filter(subject_uid=lead.application.uid, kind="applications.RuleBroken")
    assert "R06" in [one.payload["rule"] for one in rules]


def test_an_opinion_that_comes_after_being_urged_still_counts(city):
    lead = lead_case()
    slow = joint_parts(lead)["water_resources"]
    with freeze(late(slow)):
        urge(lead.uid, clerk(lead, "examiner"), seen=seen(lead), part=slow.uid, reason="请尽快提出意见。")
        assert join(slow).state == HandlingState.CONCLUDED
    assert not Errand.objects.filter(matter=Matter.JOINT_OVERDUE, done_at=None).exists()


def test_nobody_is_urged_before_the_last_day_is_over(city):
    lead = lead_case()
    part = joint_parts(lead)["water_resources"]
    with refused(lead, Incomplete):
        urge(lead.uid, clerk(lead, "examiner"), seen=seen(lead), part=part.uid, reason="请尽快提出意见。")


def test_it_is_the_lead_that_urges(city, cq_wj_examiner):
    lead = lead_case()
    slow = joint_parts(lead)["water_resources"]
    with freeze(late(slow)), refused(lead, NotAllowed):
        urge(lead.uid, cq_wj_examiner, seen=seen(lead), part=slow.uid, reason="请尽快提出意见。")


def test_whoever_asks_for_the_holder_gets_the_lead(city):
    lead = lead_case()
    assert holder_of(lead.application) == lead
    assert [one.meta for one in timeline_of(lead.application) if one.state == "now"] == [lead.department.name]
    assert lead.application.handlings.filter(role=Role.LEAD).count() == 1


def test_a_department_sees_what_its_part_needs_and_no_more(city):
    lead = lead_case()
    parts = joint_parts(lead)
    join(parts["water_quality"], opinion="水质检测项目齐全，结论合格。")
    dossier = dossier_of(fresh(parts["water_resources"]))
    keys = {one.key for section in dossier.sections for one in section.answers}
    assert keys == {"plant_name", "plant_address", "water_source", "daily_volume"}
    assert [one.name for one in dossier.materials] == ["供水水源论证报告"]
    assert (dossier.papers, dossier.corrections) == ([], [])
    assert {one.title for one in dossier.timeline} == {"受理", "各部门同时开始联合办理"}
    shown = " ".join(str(one.content) for one in annexes_of_handling(fresh(parts["water_resources"])))
    assert "结论合格" not in shown
    assert not materials_for(clerk(parts["water_resources"], "examiner")).exists()


def test_the_lead_reads_the_opinions_and_the_applicant_only_who_is_at_it(city):
    lead = lead_case()
    join(joint_parts(lead)["water_quality"], opinion="水质检测项目齐全，结论合格。")
    (annex,) = [one for one in annexes_of_handling(fresh(lead)) if one.name == "joint"]
    assert {one.opinion for one in annex.content if one.done_at} == {"水质检测项目齐全，结论合格。"}
    (told,) = [one for one in annexes_of_case(fresh(lead).application) if one.name == "joint"]
    assert {one.department for one in told.content} == {"渝中区水利局", "重庆市卫生健康委员会"}


def test_an_item_of_one_department_opens_no_part_and_asks_no_table(city, django_assert_num_queries):
    handling = accepted_case()
    assert joint_parts(handling) == {}
    assert handling.application.spec
    with django_assert_num_queries(0):
        assert [one for one in annexes_of_case(handling.application) if one.name == "joint"] == []


def test_every_date_of_a_part_is_derived_and_comes_back_when_it_is_lost(city):
    lead = lead_case()
    before = {name: (one.statutory_due, one.desk_due, one.step_due) for name, one in joint_parts(lead).items()}
    Handling.objects.filter(role=Role.JOINT).update(statutory_due=None, desk_due=None, step_due=None)
    recount(lead.application.uid)
    after = {name: (one.statutory_due, one.desk_due, one.step_due) for name, one in joint_parts(lead).items()}
    assert after == before
    assert all(all(dates) for dates in after.values())


def test_a_withdrawn_case_ends_every_part(city):
    lead = lead_case()
    applicant, version = lead.application.applicant, seen(lead)
    withdraw(lead.application.uid, applicant, seen=version, reason="不再需要办理。", confirmed=True)
    assert {one.state for one in joint_parts(lead).values()} == {HandlingState.ENDED}
    part = joint_parts(lead)["water_resources"]
    with refused(part, WrongState):
        join(part)


def test_accepted_by_silence_every_department_has_its_days_from_that_moment_whenever_somebody_noticed(city):
    with freeze(datetime(2026, 3, 2, 10)):
        handling = received_case(WATER_SUPPLY)
    with freeze(datetime(2026, 4, 22, 10)):
        settle_due()
    begun = {str(one.step_since) for one in handling.application.handlings.all()}
    assert begun == {"2026-03-10"}
    assert [str(one.step_due) for one in joint_parts(handling).values()] == ["2026-03-24", "2026-03-31"]

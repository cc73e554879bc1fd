"""Transfer 移送: the case goes to the right agency with its number and file; that one's clock runs from its receipt."""

from datetime import date, datetime
from typing import Any

import pytest

from applications.actions.accept import accept
from applications.actions.correct import ask_correction
from applications.actions.refuse import find_not_required, refuse
from applications.actions.settling import settle_one
from applications.actions.spot_correct import open_on_spot
from applications.actions.telling import MOVED
from applications.actions.transfer import transfer
from applications.lifecycle import CaseState, HandlingState
from applications.queries.annexes import annexes_of_case
from applications.queries.desk.dossier import dossier_of
from applications.queries.mine import holder_of
from applications.timeline import timeline_of
from hall.clock import freeze
from hall.errors import Incomplete, Invalid, NotAllowed, WrongState
from hall.notifications.models import Message
from tests.applications.actions.refusing import refused
from tests.factories.cases import (
    WATER_SUPPLY,
    accepted_case,
    clerk,
    correcting_case,
    decide,
    decided_case,
    examine,
    fresh,
    join,
    joint_parts,
    received_case,
    reported_case,
    seen,
    staff_member,
)

pytestmark = pytest.mark.django_db

REASON = "经营场所位于万州区，属于万州区的职权范围。"
WANZHOU = "500101"

DEEDS: dict[str, Any] = {
    "ask_correction": ask_correction,
    "open_on_spot": open_on_spot,
    "find_not_required": find_not_required,
    "refuse": refuse,
    "accept": accept,
}


def move(handling, user=None, to=WANZHOU, reason=REASON):
    role = "window" if handling.state == HandlingState.INTAKE else "head"
    done = transfer(handling.uid, user or clerk(handling, role), seen=seen(handling), to=to, reason=reason)
    return fresh(done.after)


def test_the_right_agency_goes_on_where_the_other_stopped(city):
    handling = accepted_case()
    number, promise = handling.application.case_no, handling.application.promise_due
    after = move(handling)
    assert (fresh(handling).state, after.state) == (HandlingState.TRANSFERRED, HandlingState.EXAMINING)
    assert after.department == city.departments["wz-wj"]
    assert after.application.hall == city.wz
    assert (after.application.case_no, after.application.promise_due) == (number, promise)
    assert (after.step_kind, fresh(handling).desk_due) == ("review", None)
    assert decide(examine(after)).application.state == CaseState.DECIDED


def test_the_applicant_is_told_by_whom_it_goes_on_and_that_nothing_is_lost(city):
    handling = accepted_case()
    move(handling)
    told = Message.objects.get(recipient=handling.application.applicant, kind=MOVED.name)
    for words in ("渝中", "万州", REASON, "不需要重新申请"):
        assert words in told.text


def test_its_statutory_clock_runs_from_its_receipt(city):
    with freeze(datetime(2026, 11, 2, 9)):
        handling = accepted_case()
    with freeze(datetime(2026, 11, 9, 9)):
        after = move(handling)
    assert after.clock_from == date(2026, 11, 9)
    assert after.statutory_due > handling.statutory_due


def test_before_acceptance_the_right_agency_has_its_own_five_days(city):
    with freeze(datetime(2026, 11, 2, 9)):
        handling = received_case()
    with freeze(datetime(2026, 11, 5, 9)):
        after = move(handling)
        assert str(after.application.intake_due) == "2026-11-12"
    with freeze(datetime(2026, 11, 10, 9)):
        accept(after.uid, clerk(after, "window"), seen=seen(after))
    assert fresh(after).application.state == CaseState.ACCEPTED


def test_silence_counts_from_the_right_agencys_receipt(city):
    with freeze(datetime(2026, 11, 2, 9)):
        handling = received_case()
    with freeze(datetime(2026, 11, 5, 9)):
        after = move(handling)
    with freeze(datetime(2026, 11, 13, 9)):
        settle_one(after.application.uid)
        after = fresh(after)
    assert (after.application.state, str(after.application.accepted_on)) == (CaseState.ACCEPTED, "2026-11-05")


def test_the_applicant_is_told_who_has_it_now_and_why(city):
    after = move(accepted_case())
    application = after.application
    assert holder_of(application) == after
    (annex,) = [one for one in annexes_of_case(application) if one.name == "transfers"]
    assert annex.content[0].reason == REASON
    told = timeline_of(application)
    assert "不需要重新申请" in next(one.text for one in told if one.title == "移送有权机关办理")
    assert [one.meta for one in told if one.state == "now"] == ["万州区卫生健康委员会"]


def test_the_new_agency_sees_the_whole_file_and_the_old_one_nothing_of_what_follows(city):
    handling = accepted_case()
    after = examine(move(handling))
    assert len(dossier_of(after).materials) == len(after.application.spec.materials)
    old = [one.title for one in dossier_of(fresh(handling)).timeline]
    assert old[-1] == "移送有权机关办理"
    assert "完成审查环节" not in old


def test_departments_of_the_wrong_district_leave_and_those_of_the_right_one_begin(city):
    lead = accepted_case(WATER_SUPPLY)
    join(joint_parts(lead)["water_quality"])
    after = move(fresh(lead))
    parts = after.application.handlings.filter(role="joint").order_by("id")
    found = [(one.part, one.department.name, one.state) for one in parts]
    assert ("water_resources", "渝中区水利局", HandlingState.ENDED) in found
    assert ("water_resources", "万州区水利局", HandlingState.EXAMINING) in found
    assert [state for name, _who, state in found if name == "water_quality"] == [HandlingState.CONCLUDED]


def test_the_window_before_acceptance_and_the_head_after(city, yz_rs_head, wz_wj_head, stranger):
    received, accepted = received_case(), accepted_case(by="zhangxiaoman")
    for person in (clerk(received, "examiner"), clerk(received, "head"), stranger):
        with refused(received, NotAllowed):
            move(received, person)
    for person in (clerk(accepted, "window"), clerk(accepted, "signer"), yz_rs_head, wz_wj_head, stranger):
        with refused(accepted, NotAllowed):
            move(accepted, person)


@pytest.mark.parametrize("to", ["500103", "500000", "999999"])
def test_only_to_another_agency_that_offers_the_item(city, to):
    handling = accepted_case()
    with refused(handling, Invalid) as problem:
        move(handling, to=to)
    assert "to" in problem.value.fields


def test_the_reason_must_be_said(city):
    handling = accepted_case()
    with refused(handling, Incomplete):
        move(handling, reason="退回")


def test_not_while_the_applicant_corrects_nor_after_the_decision(city):
    correcting = correcting_case()
    with refused(correcting, WrongState):
        move(correcting)
    decided = decided_case(by="zhangxiaoman")
    with refused(decided, WrongState):
        move(decided)


def test_the_upper_part_is_returned_never_transferred(city):
    above = reported_case()
    with refused(above, WrongState):
        move(above, staff_member("cq-sl-head"))


def test_a_joint_part_is_not_transferred(city):
    part = joint_parts(accepted_case(WATER_SUPPLY))["water_resources"]
    with refused(part, WrongState):
        move(part)


@pytest.mark.parametrize("deed", ["ask_correction", "open_on_spot", "find_not_required", "refuse", "accept"])
def test_the_window_that_sent_it_away_does_nothing_more_about_it(city, deed):
    handling = received_case()
    window = clerk(handling, "window")
    move(handling)
    entry: Any = {"target": "material", "key": "application", "problem": "没有盖章", "requirement": "请盖章"}
    asked = {"entries": [entry]} if deed in ("ask_correction", "open_on_spot") else {"reason": REASON}
    told = {**asked, "competent_agency": "水利局"} if deed == "refuse" else {} if deed == "accept" else asked
    with refused(handling, WrongState):
        DEEDS[deed](handling.uid, window, seen=seen(handling), **told)

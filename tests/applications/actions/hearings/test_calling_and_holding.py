"""Calling and holding a hearing (行政许可法 Art. 46, 48): notice, presider, challenge, record; and T10 with R18."""

from datetime import datetime, timedelta
from typing import Any

import pytest

from applications.actions.hearings.challenging import answer_challenge, challenge_presider
from applications.actions.hearings.holding import hold_hearing
from applications.actions.hearings.recording import admit_hearing, record_asking, refuse_hearing
from applications.actions.hearings.scheduling import postpone_hearing
from applications.actions.settling import settle_one
from applications.documents.kinds import Kind
from applications.hearing_lifecycle import HearingState
from applications.models import Challenge, Errand, HearingGround, Matter, Paper
from applications.queries.own_offers import offered_to_applicant
from hall.accounts.models import Duty, Post
from hall.clock import SHANGHAI, freeze, today
from hall.errors import Incomplete, Invalid, NotAllowed, NotFound, WrongState
from hall.events.models import Event
from tests.applications.actions.refusing import refused
from tests.factories.cases import accepted_case, clerk, examine, fresh, seen
from tests.factories.hearings import (
    after,
    again,
    day_after,
    held_hearing,
    ordered_hearing,
    record,
    recorded_hearing,
    requested_hearing,
    schedule,
    scheduled_hearing,
)

pytestmark = pytest.mark.django_db
TUESDAY = datetime(2026, 11, 24, 9)


def notices(handling, kind=Kind.HEARING_NOTICE):
    return [one.facts for one in Paper.objects.filter(application=handling.application, kind=kind).order_by("id")]


def test_seven_working_days_lie_between_notice_and_hearing(city):
    with freeze(TUESDAY):
        handling = accepted_case()
        hearing = requested_hearing(handling)
        with refused(handling, Invalid):
            schedule(handling, hearing, starts_at=datetime(2026, 12, 2, 9, tzinfo=SHANGHAI))
        schedule(handling, hearing, starts_at=datetime(2026, 12, 3, 9, tzinfo=SHANGHAI))
    assert again(hearing).state == HearingState.SCHEDULED
    assert len(notices(handling)) == 2


def test_the_presider_is_nobody_who_examined(city):
    handling = examine(accepted_case())
    hearing = requested_hearing(handling)
    with refused(handling, Invalid):
        schedule(handling, hearing, presider=clerk(handling, "examiner"))
    schedule(handling, hearing, presider=clerk(handling, "window"))


def test_nor_somebody_of_another_agency_nor_the_head_who_rules_on_challenges(city, wz_wj_window, stranger):
    handling = accepted_case()
    hearing = requested_hearing(handling)
    for person in (wz_wj_window, stranger, clerk(handling, "head")):
        with refused(handling, Invalid):
            schedule(handling, hearing, presider=person)


def test_a_presider_who_examined_meanwhile_cannot_hold_it(city):
    handling = accepted_case()
    window = clerk(handling, "window")
    hearing = scheduled_hearing(handling)
    Post.objects.create(user=window, department=handling.department, duty=Duty.EXAMINER)
    handling.steps.create(name="again", title="复核", kind="review", done_by_uid=window.uid, ended_at=after(hearing))
    with pytest.raises(WrongState):
        held_hearing(handling, hearing)


def test_postponed_everybody_is_told_again_and_as_early(city):
    handling = accepted_case()
    hearing = scheduled_hearing(handling)
    asked: dict[str, Any] = {"hearing": hearing.uid, "place": "203会议室", "reason": "场地维修，改期举行。"}
    examiner = clerk(handling, "examiner")
    with refused(handling, Invalid):
        postpone_hearing(handling.uid, examiner, seen=seen(handling), starts_at=day_after(2), **asked)
    sitting = postpone_hearing(handling.uid, examiner, seen=seen(handling), starts_at=day_after(30), **asked)
    assert hearing.sittings.count() == 2
    assert hearing.sittings.get(replaced_at=None) == sitting
    assert [one.changed for one in notices(handling)][-2:] == ["场地维修，改期举行。"] * 2


def test_the_head_upholds_a_challenge_and_another_presides(city):
    handling = accepted_case()
    hearing = scheduled_hearing(handling)
    challenge = challenge_presider(
        handling.application.uid,
        handling.application.applicant,
        seen=seen(handling),
        reason="主持人与相邻权利人是近亲属。",
    )
    assert Errand.objects.get(matter=Matter.ANSWER_CHALLENGE).duty == Duty.HEAD
    with pytest.raises(WrongState):
        held_hearing(handling, hearing)
    head = clerk(handling, "head")
    asked: dict[str, Any] = {"challenge": challenge.uid, "upheld": True, "answer": "经核实，应当回避。"}
    with refused(handling, Incomplete):
        answer_challenge(handling.uid, head, seen=seen(handling), **asked)
    signer = clerk(handling, "signer")
    answer_challenge(handling.uid, head, seen=seen(handling), presider=signer.uid, **asked)
    assert hearing.sittings.get(replaced_at=None).presider_uid == signer.uid
    assert held_hearing(handling, hearing).state == HearingState.HELD


def test_a_challenge_that_is_not_upheld_leaves_the_presider(city):
    handling = accepted_case()
    hearing = scheduled_hearing(handling)
    applicant = handling.application.applicant
    reason = "主持人与相邻权利人是近亲属。"
    one = challenge_presider(handling.application.uid, applicant, seen=seen(handling), reason=reason)
    head = clerk(handling, "head")
    answer_challenge(
        handling.uid, head, seen=seen(handling), challenge=one.uid, upheld=False, answer="经核实没有亲属关系。"
    )
    with refused(handling, WrongState):
        challenge_presider(handling.application.uid, applicant, seen=seen(handling), reason=reason)
    assert hearing.sittings.count() == 1


def test_only_the_head_rules_and_only_the_applicant_challenges_here(city, stranger):
    handling = accepted_case()
    scheduled_hearing(handling)
    with refused(handling, NotFound):
        challenge_presider(handling.application.uid, stranger, seen=seen(handling), reason="与本人有利害关系。")
    applicant = handling.application.applicant
    one = challenge_presider(handling.application.uid, applicant, seen=seen(handling), reason="与对方是近亲属。")
    for person in (clerk(handling, "signer"), clerk(handling, "window"), stranger):
        with refused(handling, NotAllowed):
            answer_challenge(
                handling.uid, person, seen=seen(handling), challenge=one.uid, upheld=False, answer="没有利害关系。"
            )
    assert Challenge.objects.get().answered_at is None


def test_it_cannot_be_held_before_its_time(city):
    handling = accepted_case()
    hearing = scheduled_hearing(handling)
    with refused(handling, WrongState):
        hold_hearing(
            handling.uid, clerk(handling, "examiner"), seen=seen(handling), hearing=hearing.uid, attended="双方"
        )


def test_the_record_is_confirmed_signed_and_on_file(city):
    handling = accepted_case()
    hearing = scheduled_hearing(handling)
    held_hearing(handling, hearing)
    with freeze(after(hearing)):
        with refused(handling, Incomplete):
            record(handling, hearing, confirmed=False)
        record(handling, hearing)
    recorded: Any = again(hearing)
    assert recorded.state == HearingState.RECORDED
    assert recorded.record_file is not None
    assert notices(handling, Kind.HEARING_RECORD)[0].signed_digest == recorded.record_file.sm3
    assert handling.exhibits.get(subject_uid=hearing.uid).file == recorded.record_file
    assert not Errand.objects.filter(subject_uid=hearing.uid, done_at=None).exists()


def test_the_presider_may_write_the_record_too(city):
    handling = accepted_case()
    hearing = scheduled_hearing(handling)
    sitting = hearing.sittings.get()
    with freeze(after(hearing)):
        window = clerk(handling, "window")
        assert sitting.presider_uid == window.uid
        hold_hearing(handling.uid, window, seen=seen(handling), hearing=hearing.uid, attended="双方当事人")
    assert again(hearing).state == HearingState.HELD


def test_twenty_days_without_a_hearing_are_told_to_supervision_once(city):
    with freeze(TUESDAY):
        handling = accepted_case()
        hearing = requested_hearing(handling)
        schedule(handling, hearing, in_days=60)
    with freeze(datetime(2026, 12, 22, 23)):
        settle_one(handling.application.uid)
        assert broken(handling, "R18") == []
    with freeze(datetime(2026, 12, 30)):
        settle_one(handling.application.uid)
        settle_one(handling.application.uid)
    assert broken(handling, "R18") == ["2026-12-22"]
    assert again(hearing).state == HearingState.SCHEDULED


def broken(handling, rule):
    events = Event.objects.filter(subject_uid=handling.application.uid, kind="applications.RuleBroken")
    return [one.payload["since"] for one in events if one.payload["rule"] == rule]


def test_held_in_time_nothing_is_told(city):
    with freeze(TUESDAY):
        handling = accepted_case()
        hearing = requested_hearing(handling)
        schedule(handling, hearing, in_days=15)
    recorded_hearing(handling, hearing)
    with freeze(TUESDAY + timedelta(days=60)):
        settle_one(handling.application.uid)
    assert broken(handling, "R18") == []


def test_of_its_own_motion_the_agency_tells_the_public(city):
    handling = accepted_case()
    hearing = ordered_hearing(handling)
    assert hearing.state == HearingState.ORDERED
    schedule(handling, hearing, public=False)
    public = notices(handling, Kind.HEARING_PUBLIC)
    assert len(public) == 1
    assert handling.application.applicant_name not in public[0].matter
    assert hearing.sittings.get().public


def test_only_a_signer_orders_one_for_the_public_interest(city, stranger):
    handling = accepted_case()
    with refused(handling, NotAllowed):
        ordered_hearing(handling, by="examiner")
    with refused(handling, NotAllowed):
        ordered_hearing(handling, by="window")
    ordered_hearing(handling)
    with refused(handling, WrongState):
        ordered_hearing(handling)


def test_nobody_waives_what_the_public_interest_wants(city):
    handling = accepted_case()
    ordered_hearing(handling)
    assert not {"request_hearing", "waive_hearing"} & set(offered_to_applicant(fresh(handling).application))


def asked_without_right(handling, name="路过的赵某"):
    return record_asking(
        handling.uid,
        clerk(handling, "examiner"),
        seen=seen(handling),
        name=name,
        contact="13700000001",
        asked_on=today(),
        statement="希望旁听并发表意见。",
    )


def test_who_has_no_right_is_refused_with_reason_and_remedies(city):
    handling = accepted_case()
    hearing = asked_without_right(handling)
    signer, reason = clerk(handling, "signer"), "与本许可没有利害关系。"
    refuse_hearing(handling.uid, signer, seen=seen(handling), hearing=hearing.uid, reason=reason)
    paper = Paper.objects.get(application=handling.application, kind=Kind.HEARING_REFUSED)
    assert again(hearing).state == HearingState.REFUSED
    assert not paper.for_applicant
    assert "行政复议" in "".join(paper.facts.words()["remedies"])


def test_who_has_one_after_all_gets_the_hearing(city):
    handling = accepted_case()
    hearing = asked_without_right(handling)
    with refused(handling, NotAllowed):
        admit_hearing(handling.uid, clerk(handling, "examiner"), seen=seen(handling), hearing=hearing.uid)
    admit_hearing(handling.uid, clerk(handling, "signer"), seen=seen(handling), hearing=hearing.uid)
    assert again(hearing).state == HearingState.REQUESTED
    assert again(hearing).ground == HearingGround.INTERESTS

"""Time that no limit counts (行政许可法 Art. 45): the closed list, the notice, both clocks, the lamp."""

from datetime import date, datetime, timedelta
from typing import Any

import pytest
from django.db import IntegrityError, transaction

from applications.actions.decide import grant
from applications.actions.papers import void_paper
from applications.actions.resume import resume
from applications.actions.settling import settle_due
from applications.actions.suspend import answer_suspension, procedures_of
from applications.documents.kinds import Kind
from applications.lamps import lamp_of
from applications.models import Errand, Matter, Suspension
from applications.queries.dues import clocks_of
from applications.queries.mine import my_papers
from hall.accounts.people import actor_of
from hall.clock import freeze, today
from hall.errors import Incomplete, NotAllowed, NotFound, WrongState
from hall.events.models import Event
from hall.workdays.lamp import Lamp
from tests.applications.actions.refusing import refused
from tests.factories.cases import (
    CONTENT,
    PUBLIC_PLACE,
    accepted_case,
    clerk,
    fresh,
    offering,
    publish,
    received_case,
    reported_case,
    reviewed_case,
    seen,
    work,
)
from tests.factories.stopping import EXPERT_REVIEW, REASON, proposed, resumed, stopped

pytestmark = pytest.mark.django_db
MONDAY = datetime(2026, 3, 2, 10, 0)


def answered(handling, user, suspension, *, granted=True, why=""):
    return answer_suspension(
        handling.uid, user, seen=seen(handling), suspension=suspension.uid, granted=granted, why=why
    )


def lamp(handling):
    handling = fresh(handling)
    return lamp_of(handling.application, handling, today=today())


def test_proposing_stops_nothing_and_waits_for_the_signer(city):
    handling = accepted_case()
    before = handling.statutory_due
    asked = proposed(handling)
    handling = fresh(handling)
    assert handling.statutory_due == before
    assert asked.begun_on is None
    errand = Errand.objects.get(matter=Matter.ANSWER_SUSPENSION)
    assert (errand.duty, errand.department, errand.subject_uid) == ("signer", handling.department, asked.uid)
    assert not handling.application.papers.filter(kind=Kind.SUSPENSION).exists()


def test_approval_tells_the_applicant_and_stops_both_clocks_in_one_deed(city):
    handling = accepted_case()
    suspension = stopped(handling)
    handling = fresh(handling)
    assert suspension.begun_on == today()
    assert suspension.notice is not None
    assert suspension.notice.kind == Kind.SUSPENSION
    assert (handling.statutory_due, handling.application.promise_due) == (None, None)
    assert Errand.objects.get(matter=Matter.ANSWER_SUSPENSION).done_at is not None


@pytest.mark.parametrize("role", ["signer", "head"])
def test_a_signer_or_the_head_may_approve(city, role):
    assert stopped(accepted_case(), by=role).is_running


def test_nobody_else_approves_and_never_who_proposed(city, stranger):
    handling = accepted_case()
    asked = proposed(handling)
    for person in (clerk(handling, "examiner"), clerk(handling, "window"), stranger):
        with refused(handling, NotAllowed):
            answered(handling, person, asked)


def test_an_answer_is_given_once(city):
    handling = accepted_case()
    asked = proposed(handling)
    answered(handling, clerk(handling, "signer"), asked)
    with refused(handling, NotFound):
        answered(handling, clerk(handling, "head"), asked)


def test_a_refusal_gives_its_reason_and_stops_nothing(city):
    handling = accepted_case()
    asked = proposed(handling)
    with refused(handling, Incomplete):
        answered(handling, clerk(handling, "signer"), asked, granted=False)
    answered(handling, clerk(handling, "signer"), asked, granted=False, why="材料足以认定，不需要复测。")
    assert fresh(handling).statutory_due == handling.statutory_due
    assert not handling.application.papers.filter(kind=Kind.SUSPENSION).exists()


@pytest.mark.parametrize("procedure", ["other:现场踏勘", "other:征求意见", "other:公示", "testing:别的"])
def test_a_visit_a_consultation_or_a_publication_stops_nothing(city, procedure):
    handling = accepted_case()
    with refused(handling, NotAllowed):
        proposed(handling, procedure=procedure)


def test_the_eight_kinds_are_offered_under_the_names_of_the_item(city):
    names = [one.name for one in procedures_of(offering(PUBLIC_PLACE).version.spec)]
    assert names == ["检测", "听证", "招标", "拍卖", "检验", "检疫", "鉴定", "专家评审"]


def test_a_kind_of_the_items_own_rests_on_the_law_that_the_item_names(city):
    law = "《演示条例》第九条"
    publish(special_procedures=[{"name": "环境影响评价", "kind": "other", "stops_clock": True, "basis": law}])
    handling = accepted_case()
    assert stopped(handling, procedure="other:环境影响评价").basis == law


@pytest.mark.parametrize("missing", ["reason", "performer", "fee_bearer"])
def test_it_says_why_who_and_who_pays(city, missing):
    handling = accepted_case()
    blank: dict[str, Any] = {missing: " "}
    with refused(handling, Incomplete) as told:
        proposed(handling, **blank)
    assert missing in told.value.fields


def test_it_says_how_long(city):
    handling = accepted_case()
    with refused(handling, Incomplete):
        proposed(handling, days=0)


def test_nothing_is_stopped_before_acceptance(city):
    handling = received_case()
    with refused(handling, NotAllowed):
        proposed(handling)


def test_another_department_ends_nothing(city, wz_wj_examiner):
    handling = accepted_case()
    suspension = stopped(handling)
    with refused(handling, NotAllowed):
        resume(handling.uid, wz_wj_examiner, seen=seen(handling), suspension=suspension.uid, result=REASON)


def test_the_database_knows_no_stop_without_its_notice(city):
    handling = accepted_case()
    asked = proposed(handling)
    with pytest.raises(IntegrityError, match="suspension_begins_with_its_notice"), transaction.atomic():
        Suspension.objects.filter(pk=asked.pk).update(begun_on=today())


def test_the_notice_of_a_stop_cannot_be_voided(city):
    handling = accepted_case()
    suspension = stopped(handling)
    assert suspension.notice is not None
    with pytest.raises(WrongState):
        void_paper(suspension.notice.uid, reason="写错了", by=actor_of(clerk(handling, "signer")))


def test_the_golden_case_of_the_reference(city):
    """domain.md §11: accepted 2026-03-02, twenty working days; 03-10 to 03-24 are taken out; due 04-15."""
    publish(limits={"statutory": "20个工作日", "promise": "20个工作日"})
    with freeze(MONDAY):
        handling = accepted_case()
    assert handling.statutory_due == date(2026, 3, 30)
    with freeze(datetime(2026, 3, 10, 9)):
        suspension = stopped(handling, procedure=EXPERT_REVIEW, days=11)
    with freeze(datetime(2026, 3, 24, 17)):
        resumed(handling, suspension)
    handling = fresh(handling)
    assert handling.statutory_due == date(2026, 4, 15)
    assert handling.application.promise_due == date(2026, 4, 15)


def test_two_that_overlap_count_once(city):
    with freeze(MONDAY):
        handling = accepted_case()
    with freeze(datetime(2026, 3, 4, 9)):
        first = stopped(handling)
    with freeze(datetime(2026, 3, 5, 9)):
        second = stopped(handling, procedure=EXPERT_REVIEW)
    with freeze(datetime(2026, 3, 6, 9)):
        resumed(handling, first)
        assert fresh(handling).statutory_due is None
    with freeze(datetime(2026, 3, 9, 9)):
        resumed(handling, second)
    # 03-04, 05, 06 and 09 are four working days, whichever of the two ran.
    assert fresh(handling).application.promise_due == date(2026, 3, 17)


def test_the_result_counts_from_its_own_day_and_not_from_when_it_was_written_down(city):
    with freeze(MONDAY):
        handling = accepted_case()
        suspension = stopped(handling)
    with freeze(datetime(2026, 3, 6, 9)):
        resumed(handling, suspension, ended_on=date(2026, 3, 3))
    assert fresh(handling).application.promise_due == date(2026, 3, 12)


@pytest.mark.parametrize("ended_on", [date(2026, 3, 1), date(2026, 3, 7)])
def test_it_ends_neither_before_it_began_nor_in_the_future(city, ended_on):
    with freeze(MONDAY):
        handling = accepted_case()
        suspension = stopped(handling)
    with freeze(datetime(2026, 3, 6, 9)), refused(handling, Incomplete):
        resumed(handling, suspension, ended_on=ended_on)


def test_a_stop_after_the_due_date_moves_nothing(city):
    with freeze(MONDAY):
        handling = accepted_case()
    promise, statutory = handling.application.promise_due, handling.statutory_due
    with freeze(datetime.combine(statutory + timedelta(1), MONDAY.time())):
        suspension = stopped(handling)
        assert fresh(handling).statutory_due == statutory
        assert lamp(handling).lamp == Lamp.RED
        resumed(handling, suspension)
    handling = fresh(handling)
    assert (handling.application.promise_due, handling.statutory_due) == (promise, statutory)


def test_the_lamp_is_blue_while_it_runs_and_says_what_is_waited_for(city):
    handling = accepted_case()
    stopped(handling)
    view = lamp(handling)
    assert (view.lamp, view.days_text) == (Lamp.BLUE, "检测")


def test_stopping_cures_no_promise_that_was_broken_before(city):
    with freeze(MONDAY):
        handling = accepted_case()
    with freeze(datetime(2026, 3, 13, 9)):
        stopped(handling)
        assert lamp(handling).lamp == Lamp.RED


def test_longer_than_told_is_amber_and_an_event(city):
    with freeze(MONDAY):
        handling = accepted_case()
        stopped(handling, days=5)
    with freeze(datetime(2026, 3, 9, 9)):
        assert lamp(handling).lamp == Lamp.BLUE
    with freeze(datetime(2026, 3, 10, 0, 1)):
        assert lamp(handling).lamp == Lamp.AMBER
        assert "超过了告知的时间" in lamp(handling).days_text
        settle_due()
        settle_due()
    assert rules(handling) == [("R09", "2026-03-09")]


def rules(handling):
    told = Event.objects.filter(subject_uid=handling.application.uid, kind="applications.RuleBroken")
    return [(one.payload["rule"], one.payload["since"]) for one in told.order_by("version")]


def test_no_decision_while_it_runs(city):
    handling = reviewed_case()
    suspension = stopped(handling)
    with refused(handling, Incomplete) as told:
        grant(handling.uid, clerk(handling, "signer"), seen=seen(handling), content=CONTENT)
    assert "检测" in str(told.value.message)
    resumed(handling, suspension)
    grant(handling.uid, clerk(handling, "signer"), seen=seen(handling), content=CONTENT)


def test_the_ledger_of_a_stopped_clock_is_on_the_applicants_page_in_words(city):
    with freeze(MONDAY):
        handling = accepted_case()
    with freeze(datetime(2026, 3, 4, 9)):
        stopped(handling)
        handling = fresh(handling)
        statutory = next(one for one in clocks_of(handling.application, handling) if one.label == "法定期限")
    assert statutory.stopped
    told = [line.text for line in statutory.ledger]
    assert told[:3] == [
        "从次日起开始计算，期限共20个工作日。",
        "计入1个工作日，还剩19个工作日。",
        "检测，暂停计时，这段时间不计入期限。",
    ]


def test_above_its_own_stops_leave_the_lower_limit_alone(city):
    above = reported_case()
    below = above.application.handlings.earliest("id")
    stopped(above, procedure="expert_review:专家论证")
    assert fresh(above).statutory_due is None
    assert fresh(below).statutory_due == below.statutory_due


def test_the_notice_is_printed_and_the_applicant_may_have_it(city):
    handling = accepted_case()
    suspension = stopped(handling)
    work()
    notice = Suspension.objects.get(pk=suspension.pk).notice
    assert notice is not None
    assert notice.is_signed
    assert notice in my_papers(handling.application.applicant, handling.application)

"""Automatic decisions: published rules only grant, each is shown, a person can always take over."""

from datetime import datetime, timedelta

import pytest
from django.db import IntegrityError, transaction

from applications.actions.accept import accept
from applications.actions.automatic import answer_review, ask_person, take_over
from applications.actions.settling import settle_due, settle_one
from applications.actions.submit import submit
from applications.documents.builders import Grant
from applications.documents.kinds import Kind
from applications.lifecycle import CaseState, HandlingState
from applications.models import AutomaticCheck, Decision, Errand, Licence, Room
from applications.models.automatic_check import Settled
from applications.models.errand import Matter
from applications.queries import hindrances
from applications.queries.annexes import annexes_of_case, annexes_of_handling
from hall.clock import freeze, local_date, now, today
from hall.errors import NotAllowed, NotFound, WrongState
from hall.events.models import Event
from tests.applications.actions.refusing import refused
from tests.factories.cases import INSTANT, clerk, draft_case, fresh, received_case, seen

pytestmark = pytest.mark.django_db

START = datetime(2026, 11, 24, 9)
AFTER = START + timedelta(minutes=10)
WITHIN = START + timedelta(minutes=9)
HELD = {"place_changed": "no", "valid_until": "2029-06-30"}


def filed(**answers):
    with freeze(START):
        return received_case(INSTANT, **{**HELD, **answers})


def settled(handling, at=AFTER):
    with freeze(at):
        settle_due()
    return fresh(handling)


def check(handling):
    return AutomaticCheck.objects.get(application=handling.application)


def test_where_every_rule_holds_it_is_accepted_granted_and_certified_by_itself(city):
    handling = settled(filed())
    application, decision = handling.application, handling.application.decision
    assert (application.state, handling.state) == (CaseState.DECIDED, HandlingState.CONCLUDED)
    assert (decision.granted, decision.automatic) == (True, True)
    assert (decision.signed_by_uid, decision.signed_by_name) == (None, "自动审批（规则）")
    assert decision.content.startswith("准予变更卫生许可证")
    assert Licence.objects.get(application=application)
    assert handling.step_kind == "deliver"
    events = Event.objects.filter(subject_uid=application.uid).order_by("version")
    names = [one.kind.partition(".")[2] for one in events]
    assert names == ["Received", "RulesHeld", "Accepted", "Decided", "LicenceIssued"]
    assert [one.version for one in events] == [1, 2, 3, 4, 5]
    assert {one.actor_uid for one in events if one.version > 1} == {None}


def test_each_rule_is_recorded_with_its_outcome(city):
    handling = settled(filed())
    outcomes = check(handling).outcomes
    rules = handling.application.spec.automatic.rules
    assert [(one["name"], one["holds"]) for one in outcomes] == [(rule.name, True) for rule in rules]


def test_the_paper_says_that_no_person_decided_by_which_rules_and_how_to_ask_for_one(city):
    paper = settled(filed()).application.papers.get(kind=Kind.GRANT).facts
    assert isinstance(paper, Grant)
    assert list(paper.rules) == [one["text"] for one in AutomaticCheck.objects.get().outcomes]


@pytest.mark.parametrize(
    ("answers", "broken"),
    [
        ({"place_changed": "yes"}, "same_place"),
        ({"valid_until": "2026-12-31"}, "still_valid"),
    ],
)
def test_a_rule_that_fails_passes_the_case_to_a_person_and_denies_nothing(city, answers, broken):
    handling = settled(filed(**answers))
    assert handling.application.state == CaseState.RECEIVED
    assert not Decision.objects.exists()
    assert check(handling).settled == Settled.PASSED_ON
    assert [one["name"] for one in check(handling).outcomes if not one["holds"]] == [broken]
    with freeze(AFTER + timedelta(hours=1)):
        accept(handling.uid, clerk(handling, "window"), seen=seen(handling))
    assert fresh(handling).application.state == CaseState.ACCEPTED


def test_the_database_itself_keeps_an_automatic_denial_out(city):
    decision = settled(filed()).application.decision
    for wrong in ({"granted": False, "reasons": "理由"}, {"signed_by_uid": decision.uid}, {"automatic": False}):
        with pytest.raises(IntegrityError), transaction.atomic():
            Decision.objects.filter(pk=decision.pk).update(**wrong)


def test_whatever_hinders_a_grant_leaves_it_to_a_person(city, monkeypatch):
    """Bars stand against items of safety alone, which are never automatic; any other room's hindrance counts too."""
    monkeypatch.setattr(hindrances, "HINDRANCES", (lambda handling, granting: ["演示的阻碍"],))
    handling = settled(filed())
    assert check(handling).settled == Settled.PASSED_ON
    assert check(handling).hindered_by == ["演示的阻碍"]
    assert all(one["holds"] for one in check(handling).outcomes)


def test_until_the_wait_is_over_nothing_is_decided(city):
    assert settled(filed(), at=WITHIN).application.state == CaseState.RECEIVED


def test_a_week_without_a_scheduler_ends_the_same_and_is_dated_when_it_is_made(city):
    handling = filed()
    later = datetime(2026, 11, 26, 9)
    with freeze(later):
        assert settle_one(handling.application.uid)
    decision = fresh(handling).application.decision
    assert decision.automatic
    assert local_date(decision.decided_at) == fresh(handling).application.accepted_on == later.date()


@pytest.mark.parametrize("role", ["window", "signer"])
def test_a_clerk_takes_over_and_the_rules_settle_nothing_any_more(city, role):
    handling = filed()
    with freeze(WITHIN):
        take_over(handling.uid, clerk(handling, role), seen=seen(handling))
    handling = settled(handling, at=AFTER + timedelta(hours=2))
    assert handling.application.state == CaseState.RECEIVED
    assert check(handling).settled == Settled.TAKEN_OVER
    assert check(handling).by_name == clerk(handling, role).name


def test_neither_a_stranger_nor_another_duty_takes_over(city, wz_wj_window, stranger):
    handling = filed()
    with freeze(WITHIN):
        for person in (clerk(handling, "cert"), wz_wj_window, stranger):
            with refused(handling, NotAllowed):
                take_over(handling.uid, person, seen=seen(handling))


def test_what_the_rules_never_settle_cannot_be_taken_over(city):
    handling = received_case()
    with refused(handling, WrongState):
        take_over(handling.uid, clerk(handling, "window"), seen=seen(handling))


def test_the_applicant_asks_for_a_person_before_the_decision(city):
    handling = filed()
    application = handling.application
    with freeze(WITHIN):
        ask_person(application.uid, application.applicant, seen=seen(handling))
    assert settled(handling).application.state == CaseState.RECEIVED
    assert check(handling).settled == Settled.PERSON_ASKED


def test_a_stranger_asks_for_nobody(city, stranger):
    handling = filed()
    with freeze(WITHIN), pytest.raises(NotFound):
        ask_person(handling.application.uid, stranger, seen=seen(handling))


def test_after_the_decision_a_signer_looks_at_it_again_and_answers(city):
    handling = settled(filed())
    application = handling.application
    ask_person(application.uid, application.applicant, seen=seen(handling))
    errand = Errand.objects.get(matter=Matter.REVIEW_AUTOMATIC)
    assert errand.due is not None
    assert errand.due > today()
    with refused(handling, WrongState):
        ask_person(application.uid, application.applicant, seen=seen(handling))
    with refused(handling, NotAllowed):
        answer_review(handling.uid, clerk(handling, "window"), seen=seen(handling), finding="核对无误，决定妥当。")
    answer_review(handling.uid, clerk(handling, "signer"), seen=seen(handling), finding="核对营业执照，决定妥当。")
    assert check(handling).review_finding == "核对营业执照，决定妥当。"
    assert not Errand.objects.filter(done_at=None).exists()


def test_clerk_and_applicant_read_the_rules_before_and_their_outcomes_after(city):
    handling = filed()
    with freeze(WITHIN):
        before = annexes_of_case(fresh(handling).application)
    assert [one.name for one in before] == ["automatic"]
    assert len(before[0].content.rules) == 4
    handling = settled(handling)
    for after in (annexes_of_case(handling.application), annexes_of_handling(handling)):
        shown = next(one for one in after if one.name == "automatic")
        assert [one["holds"] for one in shown.content.check.outcomes] == [True] * 4


def test_settled_twice_it_is_granted_once(city):
    handling = filed()
    with freeze(AFTER):
        assert settle_one(handling.application.uid)
        assert not settle_one(handling.application.uid)
    assert Decision.objects.count() == 1


def test_a_promise_that_is_pending_leaves_it_to_a_person(city):
    """No demo item has both; a tolerance on the row is what the check asks for."""
    with freeze(START):
        draft = draft_case(INSTANT, **HELD)
        draft.enter(Room.TOLERANCE)
        draft.save()
        draft.tolerances.create(key="old_licence", name="原卫生许可证", days=5, consequence="不予变更", chosen_at=now())
        submit(draft.uid, draft.applicant, truth_stated=True)
    handling = settled(draft.handlings.get())
    assert check(handling).settled == Settled.PASSED_ON
    assert "容缺" in check(handling).hindered_by[0]

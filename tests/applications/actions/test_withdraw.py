"""Withdrawing (domain.md §1.3, D-15): the applicant's own deed, at any moment before the decision, never after."""

import pytest

from applications.actions.decide import grant
from applications.actions.rebuild import rebuild
from applications.actions.receive_report import receive_report
from applications.actions.report_up import report_up
from applications.actions.settling import settle_one
from applications.actions.withdraw import withdraw
from applications.documents.kinds import Kind
from applications.lifecycle import CaseState, HandlingState
from applications.models import OPEN, EndingGround
from hall.accounts.models import Duty
from hall.errors import Incomplete, NotFound, WrongState
from tests.applications.actions.refusing import refused
from tests.applications.actions.test_correct import FIELD, answered_once
from tests.applications.actions.test_races import losers, together
from tests.applications.actions.test_widen import reply, widen
from tests.factories.cases import (
    CONTENT,
    OPINION,
    SAND_MINING,
    WATER_SUPPLY,
    accepted_case,
    clerk,
    correcting_case,
    decided_case,
    draft_case,
    fresh,
    join,
    joint_parts,
    received_case,
    reported_case,
    reviewed_case,
    seen,
    work,
)

pytestmark = pytest.mark.django_db
REASON = "经营计划变更，暂不开业。"


def take_back(handling, user=None, reason=REASON, confirmed=True):
    application = handling.application
    return withdraw(
        application.uid, user or application.applicant, seen=seen(handling), reason=reason, confirmed=confirmed
    )


@pytest.mark.parametrize("made", [received_case, correcting_case, accepted_case, reviewed_case])
def test_at_any_moment_before_the_decision(city, made):
    handling = made()
    take_back(handling)
    handling = fresh(handling)
    application = handling.application
    assert (application.state, handling.state) == (CaseState.WITHDRAWN, HandlingState.ENDED)
    assert application.closed_at is not None
    assert (application.intake_due, application.settle_at, handling.desk_due) == (None, None, None)
    assert not handling.steps.filter(ended_at=None).exists()
    assert application.ending.ground == EndingGround.WITHDRAWN
    assert application.ending.reason == REASON


def test_it_is_confirmed_in_writing_with_what_stays_in_the_file(city):
    handling = accepted_case()
    take_back(handling)
    paper = handling.application.papers.get(kind=Kind.WITHDRAWAL)
    assert paper.facts.reason == REASON
    kept = handling.application.materials.filter(replaced_at=None)
    assert [one.name for one in paper.facts.case.materials] == [one.name for one in kept]


def test_on_its_way_to_the_upper_agency_no_limit_of_it_passes_any_more(city):
    """Nobody holds it then (Art. 35), so no part that ends takes the date along: found by the random lives."""
    below = reviewed_case(SAND_MINING)
    report_up(below.uid, clerk(below, "signer"), seen=seen(below), opinion=OPINION)
    assert fresh(below).application.watched_due
    take_back(below)
    application = fresh(below).application
    assert (application.watched_due, application.settle_at) == (None, None)
    assert not rebuild(application.uid)


def test_every_part_ends_also_the_upper_one(city):
    above = reported_case()
    take_back(above)
    states = above.application.handlings.order_by("id").values_list("state", flat=True)
    assert list(states) == [HandlingState.REPORTED_UP, HandlingState.ENDED]
    assert above.application.papers.get(kind=Kind.WITHDRAWAL).issuer == above.department


def test_a_package_that_arrives_after_the_withdrawal_opens_nothing(city):
    below = reviewed_case(SAND_MINING)
    package = report_up(below.uid, clerk(below, "signer"), seen=seen(below), opinion=OPINION)
    take_back(below)
    assert receive_report(package.uid) is None
    work()
    assert below.application.handlings.count() == 1


def test_it_never_becomes_accepted_by_silence_afterwards(city):
    handling = received_case()
    take_back(handling)
    assert not settle_one(handling.application.uid)
    assert not handling.application.handlings.filter(state__in=OPEN).exists()


def test_what_waited_for_somebody_waits_no_more(city):
    handling = accepted_case()
    errand = handling.errands.create(
        department=handling.department,
        duty=Duty.HEAD,
        matter="approve_extension",
        application=handling.application,
        subject_uid=handling.uid,
    )
    take_back(handling)
    errand.refresh_from_db()
    assert errand.done_at is not None


@pytest.mark.parametrize(("told", "field"), [({"reason": " "}, "reason"), ({"confirmed": False}, "confirmed")])
def test_a_reason_is_given_and_it_is_confirmed(city, told, field):
    handling = accepted_case()
    with refused(handling, Incomplete) as refusal:
        take_back(handling, **told)
    assert list(refusal.value.fields) == [field]


def test_a_widening_that_waits_for_the_supervisor_waits_no_more(city):
    handling = answered_once(FIELD)
    widening = widen(handling)
    take_back(handling)
    widening.refresh_from_db()
    assert (widening.allowed, widening.answered_by_name) == (False, handling.application.applicant.name)
    assert "终结" in widening.answer
    assert not handling.application.errands.filter(done_at=None).exists()
    with refused(handling, WrongState):
        reply(handling)


def test_joint_parts_that_are_still_open_end_with_it(city):
    lead = accepted_case(WATER_SUPPLY)
    said = join(joint_parts(lead)["water_quality"], opinion="水质检测项目齐全，结论合格。")
    take_back(lead)
    slow = joint_parts(lead)["water_resources"]
    assert (slow.state, fresh(said).state) == (HandlingState.ENDED, HandlingState.CONCLUDED)
    assert (slow.desk_due, slow.steps.filter(ended_at=None).exists()) == (None, False)
    assert not lead.application.handlings.filter(state__in=OPEN).exists()
    with refused(slow, WrongState):
        join(slow)


def test_nobody_else_may(city, stranger):
    handling = accepted_case()
    for person in (stranger, clerk(handling, "window"), clerk(handling, "signer")):
        with refused(handling, NotFound):
            take_back(handling, person)


def test_what_is_decided_or_ended_is_not_withdrawn(city):
    decided = decided_case()
    with refused(decided, WrongState):
        take_back(decided)
    ended = received_case(by="zhangxiaoman")
    take_back(ended)
    with refused(ended, WrongState):
        take_back(ended)


def test_a_draft_is_not_withdrawn(city):
    draft = draft_case()
    with pytest.raises(WrongState):
        withdraw(draft.uid, draft.applicant, seen=draft.version, reason=REASON, confirmed=True)


@pytest.mark.django_db(transaction=True)
def test_withdrawn_or_decided_never_both(city):
    handling = reviewed_case()
    signer, version, application = clerk(handling, "signer"), seen(handling), handling.application
    outcomes = together(
        [
            lambda: withdraw(application.uid, application.applicant, seen=version, reason=REASON, confirmed=True),
            lambda: grant(handling.uid, signer, seen=version, content=CONTENT),
        ]
    )
    (lost,) = losers(outcomes)
    assert lost.happened
    application.refresh_from_db()
    papers = application.papers.filter(kind__in=[Kind.WITHDRAWAL, Kind.GRANT]).values_list("kind", flat=True)
    ended = application.state == CaseState.WITHDRAWN
    assert list(papers) == [Kind.WITHDRAWAL if ended else Kind.GRANT]
    assert hasattr(application, "decision") is not ended

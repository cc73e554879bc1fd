"""Terminating (domain.md §1.3): the applicant is no more, or what was asked for can no longer be."""

import pytest

from applications.actions.terminate import terminate
from applications.documents.kinds import Kind
from applications.lifecycle import CaseState, HandlingState
from applications.models import EndingGround, Exhibit
from applications.queries.results import Result, ResultCode, result_of
from hall.errors import Incomplete, Invalid, NotAllowed, WrongState
from hall.notifications.models import Message
from tests.applications.actions.refusing import refused
from tests.factories.answers import pdf
from tests.factories.cases import (
    accepted_case,
    clerk,
    correcting_case,
    decided_case,
    fresh,
    received_case,
    reported_case,
    reviewed_case,
    seen,
)

pytestmark = pytest.mark.django_db
REASON = "登记机关已于2026年11月20日准予注销登记。"
TOLD = {"told_to": "清泉浴室清算组", "contact": "023-63000009"}


def end(handling, user=None, *, ground=EndingGround.DISSOLUTION, reason=REASON, **told):
    return terminate(
        handling.uid,
        user or clerk(handling, "signer"),
        seen=seen(handling),
        ground=ground,
        reason=reason,
        **{**TOLD, **told},
    )


@pytest.mark.parametrize("made", [received_case, correcting_case, accepted_case, reviewed_case, reported_case])
def test_at_any_moment_before_the_decision(city, made):
    handling = made()
    end(handling)
    handling = fresh(handling)
    assert (handling.application.state, handling.state) == (CaseState.TERMINATED, HandlingState.ENDED)
    assert not handling.steps.filter(ended_at=None).exists()


def test_whoever_answers_now_is_told_with_remedies(city):
    handling = accepted_case()
    end(handling)
    paper = handling.application.papers.get(kind=Kind.TERMINATION)
    assert paper.facts.addressee == TOLD["told_to"]
    assert paper.facts.reason == REASON
    assert paper.facts.words()["remedies"]
    assert Message.objects.filter(recipient=handling.application.applicant, kind="applications.ending").count() == 1


def test_the_evidence_stays_in_the_file(city):
    handling = accepted_case()
    ending = end(handling, evidence=[pdf()])
    assert Exhibit.objects.get(subject_uid=ending.uid).handling == handling


def test_it_counts_as_returned_with_its_reason(city):
    handling = accepted_case()
    end(handling)
    assert result_of(fresh(handling).application) == Result(ResultCode.RETURNED, REASON)


@pytest.mark.parametrize("missing", ["reason", "told_to", "contact"])
def test_reason_and_whom_to_tell_must_be_given(city, missing):
    handling = accepted_case()
    with refused(handling, Incomplete) as told:
        end(handling, **{missing: " "})
    assert list(told.value.fields) == [missing]


def test_what_has_become_impossible_is_told_to_the_applicant(city):
    handling = accepted_case()
    end(handling, ground=EndingGround.IMPOSSIBLE, told_to="", contact="")
    assert handling.application.papers.get(kind=Kind.TERMINATION).facts.addressee == ""


def test_people_die_and_organisations_are_dissolved(city):
    company, person = accepted_case(), accepted_case(by="zhangxiaoman")
    for handling, ground in ((company, EndingGround.DEATH), (person, EndingGround.DISSOLUTION)):
        with refused(handling, Invalid):
            end(handling, ground=ground)
    end(person, ground=EndingGround.DEATH, told_to="张大满", contact="023-1")


@pytest.mark.parametrize("ground", [EndingGround.DUPLICATE, EndingGround.TECHNICAL, EndingGround.WITHDRAWN, "boredom"])
def test_other_ends_have_deeds_of_their_own(city, ground):
    handling = accepted_case()
    with refused(handling, Invalid):
        end(handling, ground=ground)


def test_only_a_signer_of_the_part_that_has_the_case_may(city, wz_wj_signer, yz_supervisor, stranger):
    handling = accepted_case()
    for person in (clerk(handling, "window"), clerk(handling, "examiner"), wz_wj_signer, yz_supervisor, stranger):
        with refused(handling, NotAllowed):
            end(handling, person)


def test_what_is_decided_is_not_terminated(city):
    handling = decided_case()
    with refused(handling, NotAllowed):
        end(handling)


def test_sent_twice_it_says_that_it_was_done(city):
    """Somebody got no answer and sends the same form again: what they need to know is that it worked."""
    handling = accepted_case()
    version = seen(handling)
    end(handling)
    with pytest.raises(WrongState) as lost:
        terminate(
            handling.uid,
            clerk(handling, "signer"),
            seen=version,
            ground=EndingGround.DISSOLUTION,
            reason=REASON,
            **TOLD,
        )
    assert any("终止办理" in str(line) for line in lost.value.happened)

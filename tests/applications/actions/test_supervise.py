"""A supervision order 督办 (行政许可法 Art. 60, 72; D-27): the supervisor asks in writing, the head answers."""

from datetime import timedelta
from typing import Any

import pytest

from applications.actions.settling import settle_due
from applications.actions.supervise import answer_supervision, supervise
from applications.documents.builders import OrderKind
from applications.documents.kinds import Kind
from applications.events import RuleBroken
from applications.models import Errand
from applications.rules import papers_for
from hall.clock import freeze, now
from hall.errors import Incomplete, NotAllowed, WrongState
from hall.events.announcements import kind_of
from hall.events.models import Event
from tests.applications.actions.refusing import refused
from tests.factories.cases import accepted_case, clerk, fresh, seen, staff_member

pytestmark = pytest.mark.django_db
TOLD: dict[str, Any] = {"found": "受理以后没有任何进展。", "requirement": "请在期限内提出审查意见。", "days": 5}


def urged(handling, **told):
    user = staff_member("yz-supervisor")
    return supervise(handling.uid, user, seen=seen(handling), kind=OrderKind.URGE, **(TOLD | told))


def test_the_agency_is_told_in_writing_and_owes_an_answer(city):
    handling = accepted_case()
    order = urged(handling)
    paper = handling.papers.get(kind=Kind.SUPERVISION)
    assert (paper.facts.answer_by, paper.facts.requirement) == (order.due, TOLD["requirement"])
    errand = Errand.objects.get(subject_uid=order.uid)
    assert (errand.duty, errand.due, errand.done_at) == ("head", order.due, None)


def test_the_applicant_sees_nothing_of_it(city):
    handling = accepted_case()
    urged(handling)
    applicant = handling.application.applicant
    assert not handling.papers.filter(papers_for(applicant), kind=Kind.SUPERVISION).exists()


def test_the_head_answers_once(city):
    handling = accepted_case()
    order = urged(handling)
    head = clerk(handling, "head")
    answer_supervision(handling.uid, head, seen=seen(handling), answer="已安排现场核查，三日内提出意见。")
    order.refresh_from_db()
    assert order.answered_by_name == head.name
    assert Errand.objects.get(subject_uid=order.uid).done_at is not None
    with refused(handling, WrongState):
        answer_supervision(handling.uid, head, seen=seen(handling), answer="再答一次。")


def test_an_answer_that_is_late_is_noted_once_whenever_it_is_read(city):
    handling = accepted_case()
    urged(handling)
    with freeze(now() + timedelta(days=30)):
        settle_due()
        settle_due()
        broken = Event.objects.filter(subject_uid=handling.application.uid, kind=kind_of(RuleBroken))
        assert [event.payload["rule"] for event in broken if event.payload["rule"] == "R16"] == ["R16"]
        answer_supervision(handling.uid, clerk(handling, "head"), seen=seen(handling), answer="迟到的答复。")


def test_only_a_supervisor_of_the_department_escalates(city, wz_supervisor, stranger):
    handling = accepted_case()
    for person in (clerk(handling, "signer"), clerk(handling, "head"), wz_supervisor, stranger):
        with refused(handling, NotAllowed):
            supervise(handling.uid, person, seen=seen(handling), kind=OrderKind.URGE, **TOLD)


def test_only_the_head_answers(city, yz_supervisor):
    handling = accepted_case()
    urged(handling)
    for person in (clerk(handling, "examiner"), yz_supervisor):
        with refused(fresh(handling), NotAllowed):
            answer_supervision(handling.uid, person, seen=seen(handling), answer="这不是我的事。")


@pytest.mark.parametrize("told", [{"found": " "}, {"requirement": "改"}, {"days": 0}, {"days": 61}])
def test_an_escalation_says_what_and_by_when(city, told):
    handling = accepted_case()
    with refused(handling, Incomplete) as refusal:
        urged(handling, **told)
    assert set(refusal.value.fields) == set(told)

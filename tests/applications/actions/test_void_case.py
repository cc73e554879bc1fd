"""Voiding a technical error: a supervisor's deed; nothing is deleted and every paper says that it is void."""

import pytest

from applications.actions.void_case import void_case
from applications.documents.kinds import Kind
from applications.lifecycle import CaseState, HandlingState
from applications.models import Application
from applications.models.paper import PaperState
from applications.queries.mine import my_papers
from applications.queries.papers import Worth, verification_of
from applications.queries.results import Result, ResultCode, result_of
from hall.audit.models import Entry
from hall.errors import Incomplete, NotAllowed
from tests.applications.actions.refusing import refused
from tests.factories.cases import accepted_case, clerk, decided_case, fresh, received_case, seen, work

pytestmark = pytest.mark.django_db
REASON = "系统重复推送产生的错误办件。"


def void(handling, user, reason=REASON):
    return void_case(handling.uid, user, seen=seen(handling), reason=reason)


def test_the_case_is_void_and_kept_with_its_number(city, yz_supervisor):
    handling = accepted_case()
    number = handling.application.case_no
    void(handling, yz_supervisor)
    kept = Application.objects.get(case_no=number)
    assert kept.state == CaseState.VOIDED
    assert fresh(handling).state == HandlingState.ENDED
    assert result_of(kept) == Result(ResultCode.VOIDED, REASON)


def test_every_paper_is_void_and_says_so_to_whoever_holds_it(city, yz_supervisor):
    handling = accepted_case()
    work()
    codes = list(handling.application.papers.values_list("verify_code", flat=True))
    void(handling, yz_supervisor)
    assert set(handling.application.papers.values_list("state", flat=True)) == {PaperState.VOIDED}
    assert {verification_of(code).worth for code in codes} == {Worth.VOIDED}
    assert all(REASON in one.void_reason for one in handling.application.papers.all())
    assert not my_papers(handling.application.applicant, handling.application).exists()


def test_its_numbers_stay_used(city, yz_supervisor):
    handling = received_case()
    paper = handling.application.papers.get(kind=Kind.RECEIPT)
    void(handling, yz_supervisor)
    after = received_case(by="zhangxiaoman")
    assert after.application.case_no != handling.application.case_no
    assert after.application.papers.get(kind=Kind.RECEIPT).number != paper.number


def test_a_paper_still_waiting_is_never_printed(city, yz_supervisor):
    handling = received_case()
    void(handling, yz_supervisor)
    work()
    assert not handling.application.papers.exclude(file=None).exists()


def test_a_voided_case_stands_in_nobodys_way(city, yz_supervisor):
    handling = received_case()
    void(handling, yz_supervisor)
    assert not received_case().application.rooms


@pytest.mark.parametrize("reason", ["", "  ", "错了", "同意同意"])
def test_a_reason_in_words_is_given(city, yz_supervisor, reason):
    handling = accepted_case()
    with refused(handling, Incomplete):
        void(handling, yz_supervisor, reason)


def test_only_a_supervisor_of_the_department_may(city, wz_supervisor, cq_supervisor, stranger):
    handling = accepted_case()
    roles = [clerk(handling, role) for role in ("window", "examiner", "signer", "cert", "head")]
    for person in (*roles, wz_supervisor, cq_supervisor, stranger, handling.application.applicant):
        with refused(handling, NotAllowed):
            void(handling, person)


def test_what_is_decided_is_not_voided(city, yz_supervisor):
    handling = decided_case()
    with refused(handling, NotAllowed):
        void(handling, yz_supervisor)


def test_it_is_on_the_trail(city, yz_supervisor):
    handling = accepted_case()
    void(handling, yz_supervisor)
    assert Entry.objects.filter(action="Voided", subject_uid=handling.application.uid).count() == 1

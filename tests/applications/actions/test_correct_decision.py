"""A clerical error is put right: the old paper void, the new one under a new number, nothing forgotten."""

from typing import Any

import pytest

from applications.actions.accept import accept
from applications.actions.correct_decision import correct_decision
from applications.actions.decide import grant
from applications.actions.deliver import deliver
from applications.actions.issue import issue
from applications.actions.serve_correction import serve_correction
from applications.documents.kinds import Kind
from applications.lifecycle import CaseState
from applications.models import Decision, DecisionCorrection, Paper, Purpose, Words
from applications.models.errand import Matter
from applications.models.paper import PaperState
from applications.queries.annexes.drafting import annex
from applications.queries.papers import Worth, verification_of
from hall.accounts.models import Duty
from hall.errors import Incomplete, NotAllowed, WrongState
from tests.applications.actions.refusing import refused
from tests.applications.actions.test_licence_life import filed, granted, last_day_to_ask, licensed, on
from tests.applications.documents.test_what_each_paper_tells import html_of
from tests.factories.cases import (
    CONTENT,
    clerk,
    decided_case,
    delivered_case,
    examine,
    fresh,
    reviewed_case,
    seen,
    work,
)

pytestmark = pytest.mark.django_db
LAW = ["《公共场所卫生管理条例》第四条"]
RIGHT = "准予从事沐浴场所经营活动。"


def put_right(handling, user=None, *, reason="许可内容漏写场所类别。", **words):
    return correct_decision(
        handling.uid,
        user or clerk(handling, "signer"),
        seen=seen(handling),
        reason=reason,
        words=Words(granted=True, **{"content": RIGHT, "legal_basis": LAW, **words}),
    )


def test_the_old_paper_is_void_and_the_new_one_names_it(city):
    handling = decided_case()
    old = handling.application.papers.get(kind=Kind.GRANT)
    new = put_right(handling)
    old = Paper.objects.get(pk=old.pk)
    assert old.state == PaperState.VOIDED
    assert "漏写场所类别" in old.void_reason
    assert new.number != old.number
    assert new.facts.corrects == old.number
    assert new.facts.scope == RIGHT
    assert verification_of(old.verify_code).worth == Worth.VOIDED


@pytest.mark.parametrize("made", [False, True], ids=["decided", "with the new certificate made"])
def test_a_decision_to_change_is_corrected_in_a_paper_of_its_own(city, made):
    """Found by the random lives. Once the certificate is made only the old paper knows what it said before."""
    _first, licence = licensed()
    handling = filed(licence, Purpose.CHANGE)
    accept(handling.uid, clerk(handling, "window"), seen=seen(handling))
    handling = examine(fresh(handling))
    grant(handling.uid, clerk(handling, "signer"), seen=seen(handling), content="准予从事美容场所经营活动。")
    if made:
        issue(handling.uid, clerk(handling, "cert"), seen=seen(handling))
    new = put_right(handling)
    assert (new.kind, new.facts.corrects) == (Kind.CHANGE, DecisionCorrection.objects.get().voided.number)
    (changed,) = new.facts.changes
    assert (changed.label, changed.before, changed.after) == ("许可内容", CONTENT, RIGHT)
    assert f"更正“{new.facts.corrects}”号决定书" in html_of(new.facts)


def test_a_renewal_is_corrected_and_renews_until_the_same_day(city):
    _first, licence = licensed()
    with on(last_day_to_ask(licence)):
        handling = granted(filed(licence, Purpose.RENEWAL))
        issue(handling.uid, clerk(handling, "cert"), seen=seen(handling))
        old = handling.application.papers.get(kind=Kind.RENEWAL).facts
        new = put_right(handling)
    assert (new.facts.old_until, new.facts.new_until) == (old.old_until, old.new_until)
    assert new.facts.legal_basis == tuple(LAW)


def test_what_was_written_before_is_kept_with_the_reason(city):
    handling = decided_case()
    put_right(handling)
    correction = DecisionCorrection.objects.get()
    assert correction.before["content"] == CONTENT
    assert correction.reason == "许可内容漏写场所类别。"
    assert Decision.objects.get().content == RIGHT
    shown: Any = annex(fresh(handling))
    assert [one.reason for one in shown.content.corrections] == [correction.reason]


def test_the_decision_is_still_one_and_still_what_it_was(city):
    handling = decided_case()
    decided_at = Decision.objects.get().decided_at
    put_right(handling)
    decision = Decision.objects.get()
    assert decision.granted
    assert decision.decided_at == decided_at
    assert fresh(handling).application.state == CaseState.DECIDED


def test_what_is_served_afterwards_is_the_corrected_paper(city):
    handling = decided_case()
    new = put_right(handling)
    issue(handling.uid, clerk(handling, "cert"), seen=seen(handling))
    work()
    deliver(handling.uid, clerk(handling, "cert"), seen=seen(handling))
    assert Paper.objects.get(pk=new.pk).state == PaperState.SERVED


def test_what_was_served_is_served_again_and_nothing_is_reopened(city):
    handling = delivered_case()
    new = put_right(handling)
    assert fresh(handling).application.state == CaseState.CLOSED
    (errand,) = handling.application.errands.filter(done_at=None)
    assert (errand.matter, errand.duty) == (Matter.SERVE_CORRECTION, Duty.CERTIFICATES)
    cert = clerk(handling, "cert")
    with refused(handling, WrongState):
        serve_correction(handling.uid, cert, seen=seen(handling))
    work()
    for person in (clerk(handling, "window"), clerk(handling, "signer")):
        with refused(handling, NotAllowed):
            serve_correction(handling.uid, person, seen=seen(handling))
    serve_correction(handling.uid, cert, seen=seen(handling))
    assert Paper.objects.get(pk=new.pk).state == PaperState.SERVED
    assert not handling.application.errands.filter(done_at=None).exists()
    record = handling.application.papers.filter(kind=Kind.SERVICE_RECORD).latest("id")
    assert [one.number for one in record.facts.papers] == [new.number]
    with refused(handling, WrongState):
        serve_correction(handling.uid, cert, seen=seen(handling))


def test_before_service_nothing_more_is_owed(city):
    handling = decided_case()
    put_right(handling)
    assert not handling.application.errands.exists()


def test_a_denial_keeps_its_reasons_and_its_law(city):
    handling = decided_case(granted=False)
    with refused(handling, Incomplete):
        put_right(handling, content="", reasons="", legal_basis=LAW)
    new = put_right(handling, content="", reasons="现场核查结果：浊度超标。", legal_basis=LAW)
    assert new.kind == Kind.DENIAL


def test_something_must_be_corrected_and_a_reason_given(city):
    handling = decided_case()
    same = Decision.objects.get().words
    with refused(handling, Incomplete):
        correct_decision(handling.uid, clerk(handling, "signer"), seen=seen(handling), reason="漏写类别。", words=same)
    for reason in (" ", "长" * 200):
        with refused(handling, Incomplete) as told:
            put_right(handling, reason=reason)
        assert list(told.value.fields) == ["reason"]


def test_only_a_signer_of_the_department_may(city, wz_wj_signer, stranger):
    handling = decided_case()
    for person in (clerk(handling, "examiner"), clerk(handling, "cert"), wz_wj_signer, stranger):
        with refused(handling, NotAllowed):
            put_right(handling, person)


def test_what_is_not_decided_has_nothing_to_correct(city):
    handling = reviewed_case()
    with refused(handling, WrongState):
        put_right(handling)

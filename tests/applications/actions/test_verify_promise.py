"""Verifying promises after a grant (国办发〔2020〕42号): an errand, true or false with facts, and what follows."""

import pytest

from applications.actions.accept import accept
from applications.actions.decide import deny, grant
from applications.actions.issue import issue
from applications.actions.stand_ins import promise
from applications.actions.submit import submit
from applications.actions.take_licence import RevocationGround, revoke_licence
from applications.actions.verify_promise import check_rectified, decline_revocation, repair_credit, verify_promise
from applications.carriers import carry_to_credit_register
from applications.documents.kinds import Kind
from applications.models import Errand
from applications.models.commitment import Measure, Verified
from applications.models.errand import Matter
from hall.accounts.models import Duty
from hall.clock import today
from hall.errors import Incomplete, NotAllowed, WrongState
from hall.events.models import Event, Letter
from hall.notifications.models import Message
from integrations.credit.demo import DemoCredit
from tests.applications.actions.refusing import refused
from tests.factories.cases import CONTENT, LABOUR_DISPATCH, clerk, draft_case, examine, fresh, seen
from tests.factories.snapshots import kept

pytestmark = pytest.mark.django_db

FACTS = "经查验资报告，注册资本实缴一百万元。"


@pytest.fixture
def promised(city):
    return accepted_on_a_promise()


@kept
def accepted_on_a_promise():
    draft = draft_case(LABOUR_DISPATCH, by="yunshang")
    promise(draft.uid, draft.applicant, key="charter_and_capital", agreed=True, signer="周云舒")
    submit(draft.uid, draft.applicant, truth_stated=True)
    handling = fresh(draft.handlings.get())
    return fresh(accept(handling.uid, clerk(handling, "window"), seen=seen(handling)))


@pytest.fixture
def granted(promised):
    handling = examine(promised)
    grant(handling.uid, clerk(handling, "signer"), seen=seen(handling), content=CONTENT)
    return fresh(handling)


def the_promise(handling):
    return handling.application.commitments.get()


def verify(handling, *, kept=False, user=None, facts=FACTS, **more):
    return verify_promise(
        handling.uid,
        user or clerk(handling, "examiner"),
        seen=seen(handling),
        commitment=the_promise(handling).uid,
        kept=kept,
        facts=facts,
        **more,
    )


def test_after_the_grant_each_promise_waits_for_an_examiner_within_the_days_of_the_item(granted):
    errand = Errand.objects.get(matter=Matter.VERIFY_COMMITMENT)
    assert (errand.subject_uid, errand.duty) == (the_promise(granted).uid, Duty.EXAMINER)
    assert (errand.counted_from, errand.limit_days) == (today(), 40)
    assert errand.due is not None
    assert errand.due > today()


def test_a_kept_promise_ends_the_errand_and_nothing_else(granted):
    verify(granted, kept=True, facts="核对验资报告，注册资本三百万元。")
    assert the_promise(granted).result == Verified.TRUE
    assert not Errand.objects.filter(done_at=None).exists()
    assert not Letter.objects.filter(kind="report_false_promise").exists()


def test_a_false_one_is_ordered_to_be_mended_with_a_paper_that_names_the_remedies(granted):
    verify(granted, measure=Measure.RECTIFY, rectify_days=15)
    made = the_promise(granted)
    assert (made.result, made.measure, made.facts) == (Verified.FALSE, Measure.RECTIFY, FACTS)
    errand = Errand.objects.get(matter=Matter.CHECK_RECTIFIED, done_at=None)
    assert errand.due == made.rectify_due
    order = granted.application.papers.get(kind=Kind.RECTIFY).facts
    assert (order.found, order.due) == (FACTS, made.rectify_due)
    assert order.words()["remedies"]


def test_it_is_announced_by_ids_alone_and_told_to_the_applicant_and_the_register(granted, monkeypatch):
    verify(granted, measure=Measure.REVOKE)
    event = Event.objects.get(kind="applications.FalsePromise")
    assert event.payload == {"commitment": str(the_promise(granted).uid), "measure": "revoke", "granted": True}
    assert Message.objects.get(kind="applications.false_promise").recipient == granted.application.applicant
    told = []
    monkeypatch.setattr(DemoCredit, "report", lambda self, report, key: told.append((report, key)))
    carry_to_credit_register(Letter.objects.get(kind="report_false_promise").payload)
    ((report, key),) = told
    assert report.code == granted.application.applicant_code
    assert report.case_no == granted.application.case_no
    assert str(the_promise(granted).uid) in key


def test_the_facts_are_sealed_in_the_database(granted):
    verify(granted, measure=Measure.REVOKE)
    raw = granted.application.commitments.extra(select={"raw": "facts::text"}).values_list("raw", flat=True)
    assert FACTS not in raw[0]


def test_a_false_promise_of_a_granted_case_needs_its_measure_and_its_term(granted):
    for lacking in ({}, {"measure": Measure.RECTIFY}, {"measure": Measure.RECTIFY, "rectify_days": 400}):
        with refused(granted, Incomplete):
            verify(granted, **lacking)
    assert the_promise(granted).result == ""


def test_found_false_before_the_decision_it_can_only_be_denied(promised):
    verify(promised)
    assert the_promise(promised).measure == Measure.STOP
    handling = examine(promised)
    signer = clerk(handling, "signer")
    with refused(handling, Incomplete) as told:
        grant(handling.uid, signer, seen=seen(handling), content=CONTENT)
    assert "不实" in str(told.value.message)
    deny(handling.uid, signer, seen=seen(handling), reasons="承诺不实，不具备条件。", legal_basis=["《某法》第一条"])
    assert not fresh(handling).decision.granted


def test_it_is_verified_once(granted):
    verify(granted, kept=True, facts="核对验资报告，注册资本三百万元。")
    with refused(granted, WrongState):
        verify(granted, measure=Measure.REVOKE)


@pytest.mark.parametrize("role", ["window", "signer", "cert"])
def test_another_duty_may_not(granted, role):
    with refused(granted, NotAllowed):
        verify(granted, user=clerk(granted, role), kept=True)


def test_a_bare_word_is_no_finding(granted):
    with refused(granted, Incomplete):
        verify(granted, kept=True, facts="属实")


@pytest.mark.parametrize("mended", [True, False])
def test_after_the_term_it_is_mended_or_revocation_is_proposed(granted, mended):
    verify(granted, measure=Measure.RECTIFY, rectify_days=15)
    check_rectified(
        granted.uid,
        clerk(granted, "examiner"),
        seen=seen(granted),
        commitment=the_promise(granted).uid,
        mended=mended,
        facts="再次查验，注册资本已经补足。",
    )
    made = the_promise(granted)
    assert (made.rectified_at is not None) == mended
    assert made.measure == (Measure.RECTIFY if mended else Measure.REVOKE)
    assert not Errand.objects.filter(matter=Matter.CHECK_RECTIFIED, done_at=None).exists()
    assert Errand.objects.filter(matter=Matter.PROPOSE_REVOCATION, duty=Duty.HEAD, done_at=None).exists() != mended
    assert Event.objects.get(kind="applications.PromiseRectified").payload["mended"] == mended


def proposals():
    return Errand.objects.filter(matter=Matter.PROPOSE_REVOCATION, done_at=None)


def test_the_proposal_waits_for_the_head_and_ends_with_the_revocation(granted):
    verify(granted, measure=Measure.REVOKE)
    assert proposals().get().duty == Duty.HEAD
    licence = issue(granted.uid, clerk(granted, "cert"), seen=seen(granted))
    revoke_licence(
        licence.uid,
        clerk(granted, "head"),
        seen=licence.version,
        ground=RevocationGround.FRAUD,
        reason="以不实承诺取得许可。",
        heard="已听取陈述申辩。",
    )
    assert not proposals().exists()


def test_or_the_head_says_why_the_licence_stands(granted):
    verify(granted, measure=Measure.REVOKE)
    asked = {"commitment": the_promise(granted).uid, "reason": "资本已经补足，不影响公共利益。"}
    with refused(granted, NotAllowed):
        decline_revocation(granted.uid, clerk(granted, "examiner"), seen=seen(granted), **asked)
    decline_revocation(granted.uid, clerk(granted, "head"), seen=seen(granted), **asked)
    assert not proposals().exists()
    with refused(granted, WrongState):
        decline_revocation(granted.uid, clerk(granted, "head"), seen=seen(granted), **asked)


def test_only_the_head_takes_note_of_repaired_credit(granted):
    verify(granted, measure=Measure.REVOKE)
    asked = {"commitment": the_promise(granted).uid, "basis": "信用修复决定书（演示）第1号。"}
    with refused(granted, NotAllowed):
        repair_credit(granted.uid, clerk(granted, "examiner"), seen=seen(granted), **asked)
    repair_credit(granted.uid, clerk(granted, "head"), seen=seen(granted), **asked)
    assert the_promise(granted).repaired_at is not None

"""Drafting (行政许可法 Art. 37, 38, 41): proposed, corrected, previewed as it will read, then signed as it stands."""

from datetime import date, timedelta
from typing import Any

import pytest

from applications.actions.decide import deny, grant
from applications.actions.draft_decision import DraftMovedOn, draft_decision
from applications.documents.kinds import Attribute, Ground, Kind
from applications.models import DecisionDraft, Paper, Words
from applications.queries.annexes.drafting import annex
from applications.queries.decision_preview import UNNUMBERED
from hall.accounts.models import Duty, Post
from hall.clock import today
from hall.errors import Incomplete, NotAllowed, WrongState
from tests.applications.actions.refusing import refused
from tests.applications.actions.test_races import losers, together
from tests.factories.cases import (
    LABOUR_DISPATCH,
    SAND_MINING,
    accepted_case,
    clerk,
    examine,
    fresh,
    received_case,
    reviewed_case,
    seen,
)

pytestmark = pytest.mark.django_db
CONTENT = "准予在八一路177号经营沐浴场所。"
LAW = "《公共场所卫生管理条例》第四条"


def write(handling, user, *, revision=0, granted=True, **words):
    said = {"content": CONTENT} if granted else {"reasons": "池水浊度超标。"}
    told = Words(granted=granted, **{**said, "legal_basis": [LAW], **words})
    return draft_decision(handling.uid, user, seen=seen(handling), revision=revision, words=told)


def test_the_examiner_proposes_and_the_signer_corrects_and_signs(city):
    handling = accepted_case()
    write(handling, clerk(handling, "examiner"), content="准予经营。")
    handling = examine(fresh(handling))
    signer = clerk(handling, "signer")
    write(handling, signer, revision=1)
    decision = grant(handling.uid, signer, seen=seen(handling))
    assert decision.content == CONTENT
    assert handling.application.papers.get(kind=Kind.GRANT).facts.scope == CONTENT


def test_the_paper_says_conditions_place_and_time(city):
    handling = reviewed_case()
    signer, begins = clerk(handling, "signer"), today() + timedelta(days=7)
    ends = begins + timedelta(days=365)
    write(handling, signer, conditions=["公示卫生许可证"], territory="重庆市渝中区", valid_from=begins, valid_to=ends)
    grant(handling.uid, signer, seen=seen(handling))
    paper = handling.application.papers.get(kind=Kind.GRANT).facts
    assert (paper.conditions, paper.territory) == (("公示卫生许可证",), "重庆市渝中区")
    assert (paper.valid_from, paper.valid_until) == (begins, ends)


def test_without_a_limit_in_the_law_a_licence_holds_everywhere(city):
    handling = reviewed_case(LABOUR_DISPATCH)
    grant(handling.uid, clerk(handling, "signer"), seen=seen(handling), content=CONTENT)
    assert "全国" in handling.application.papers.get(kind=Kind.GRANT).facts.territory


def test_a_denial_is_signed_with_facts_reasons_and_law(city):
    handling = reviewed_case()
    signer = clerk(handling, "signer")
    write(handling, signer, granted=False, content="检测报告显示池水浊度超标。", reasons="不符合标准。\n两次未整改。")
    decision = deny(handling.uid, signer, seen=seen(handling))
    paper = handling.application.papers.get(kind=Kind.DENIAL).facts
    assert paper.found == "检测报告显示池水浊度超标。"
    assert paper.reasons == ("不符合标准。", "两次未整改。")
    assert decision.legal_basis == [LAW]


def test_the_signer_decides_whether_it_is_published(city):
    handling = reviewed_case()
    signer = clerk(handling, "signer")
    write(handling, signer, disclosure_attr=Attribute.NONE, non_disclosure_ground=Ground.TRADE_SECRET)
    decision = grant(handling.uid, signer, seen=seen(handling))
    paper = handling.application.papers.get(kind=Kind.GRANT)
    assert (paper.disclosure_attr, paper.non_disclosure_ground) == (Attribute.NONE, Ground.TRADE_SECRET)
    assert not paper.facts.published
    assert decision.disclosure_attr == Attribute.NONE


def test_undecided_it_takes_the_attribute_of_its_kind(city):
    handling = reviewed_case()
    assert grant(handling.uid, clerk(handling, "signer"), seen=seen(handling), content=CONTENT).disclosure_attr == "1"


def test_the_preview_reads_like_the_paper_and_uses_up_no_number(city):
    handling = reviewed_case()
    signer = clerk(handling, "signer")
    write(handling, signer, conditions=["按照核定的地址经营"])
    shown: Any = annex(fresh(handling))
    for words in (CONTENT, "按照核定的地址经营", LAW, UNNUMBERED, "草稿"):
        assert words in shown.content.paper
    grant(handling.uid, signer, seen=seen(handling))
    assert Paper.objects.get(kind=Kind.GRANT).number.endswith("第000001号")
    assert annex(fresh(handling)) is None


@pytest.mark.parametrize(
    ("granted", "words", "field"),
    [
        (True, {"content": " "}, "content"),
        (True, {"valid_from": date(2027, 1, 2), "valid_to": date(2027, 1, 1)}, "valid_to"),
        (True, {"disclosure_attr": Attribute.NONE}, "non_disclosure_ground"),
        (True, {"non_disclosure_ground": Ground.PRIVACY}, "non_disclosure_ground"),
        (False, {"legal_basis": [" "]}, "legal_basis"),
        (False, {"reasons": "不行"}, "opinion"),
    ],
)
def test_what_the_law_asks_must_be_there(city, granted, words, field):
    handling = reviewed_case()
    with refused(handling, Incomplete) as told:
        write(handling, clerk(handling, "signer"), granted=granted, **words)
    assert list(told.value.fields) == [field]


def test_with_a_draft_nothing_else_is_signed(city):
    handling = reviewed_case()
    signer = clerk(handling, "signer")
    write(handling, signer)
    with refused(handling, WrongState):
        grant(handling.uid, signer, seen=seen(handling), content="准予别的。")
    with refused(handling, WrongState):
        deny(handling.uid, signer, seen=seen(handling))


def test_whoever_proposed_it_does_not_sign_it(city):
    handling = accepted_case()
    write(handling, clerk(handling, "examiner"))
    handling = examine(fresh(handling))
    other = clerk(handling, "window")
    for duty in (Duty.SIGNER, Duty.EXAMINER):
        Post.objects.create(user=other, department=handling.department, duty=duty)
    DecisionDraft.objects.update(proposed_by_uid=other.uid)
    with refused(handling, NotAllowed):
        grant(handling.uid, clerk(handling, "window"), seen=seen(handling))


def test_only_who_works_on_the_open_step_may(city, wz_wj_signer, stranger):
    handling = accepted_case()
    for person in (clerk(handling, "signer"), clerk(handling, "window"), wz_wj_signer, stranger):
        with refused(handling, NotAllowed):
            write(handling, person)
    handling = examine(handling)
    with refused(handling, NotAllowed):
        write(handling, clerk(handling, "examiner"))


def test_before_acceptance_and_where_another_level_decides_there_is_nothing_to_draft(city):
    for handling in (received_case(), accepted_case(SAND_MINING)):
        with refused(handling, WrongState):
            write(handling, clerk(handling, "examiner"))


def test_an_older_page_is_shown_both_and_nothing_is_lost(city):
    handling = reviewed_case()
    signer = clerk(handling, "signer")
    write(handling, signer)
    with refused(handling, DraftMovedOn) as told:
        write(handling, signer, content="准予经营美容店。")
    moved: Any = told.value
    (one,) = moved.differences
    assert (one.typed, one.kept) == ("准予经营美容店。", CONTENT)
    assert moved.revision == 1


def test_the_same_words_sent_twice_are_one_draft(city):
    handling = reviewed_case()
    signer = clerk(handling, "signer")
    assert write(handling, signer) == write(handling, signer)
    assert DecisionDraft.objects.get().revision == 1


@pytest.mark.django_db(transaction=True)
def test_of_two_who_write_at_once_one_is_told(city):
    handling = reviewed_case()
    signer = clerk(handling, "signer")
    both = [lambda text=text: write(handling, signer, content=text) for text in ("准予经营甲。", "准予经营乙。")]
    lost: Any = losers(together(both))[0]
    assert lost.differences
    assert DecisionDraft.objects.get().revision == 1

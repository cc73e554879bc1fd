"""After publication: words are put right or come again by three people, taken back by two, or by one when urgent."""

import pytest
from django.db import connection

from applications.documents.builders import PublicDecision
from applications.documents.kinds import Kind
from applications.models import Paper, PublicWords
from applications.models.paper import PaperState
from hall.accounts.models import Duty
from hall.errors import Incomplete, NotAllowed, WrongState
from hall.events.worker import drain
from hall.notifications.models import Message
from hall.review.models import Review, ReviewState
from tests.cast import client_of
from tests.disclosure.changing import (
    RIGHT,
    WHY,
    WRONG,
    corrected,
    correction_proposed,
    in_effect,
    passed,
    publishing_again_proposed,
    taken_back,
    taken_back_at_once,
    taking_back_proposed,
)
from tests.disclosure.making import (
    CONTENT,
    FULL_NAME,
    ID_NUMBER,
    PERSON,
    again,
    another,
    discloser,
    give,
    head,
    published,
    reviewer,
    signer_of,
)
from tests.disclosure.test_following_corrections import put_right
from tests.factories.cases import staff_member
from tracking.disclosure.actions.approving import publish
from tracking.disclosure.actions.published.judging import (
    confirm_urgency,
    doubt_urgency,
    pass_change,
    return_change,
)
from tracking.disclosure.actions.published.words import suggested
from tracking.disclosure.change import ProposedChange
from tracking.disclosure.change_lifecycle import ChangeState
from tracking.disclosure.lifecycle import DisclosureState
from tracking.register.models import Record, RecordChange, TakenBack

pytestmark = pytest.mark.django_db


def in_public() -> Record:
    return Record.objects.get()


def words_on(paper: Paper) -> str:
    told = paper.facts
    assert isinstance(told, PublicDecision)
    return told.content


def page(record: Record, status: int = 200) -> str:
    response = client_of().get(f"/500103/register/{record.uid}/")
    assert response.status_code == status
    return response.content.decode()


def test_a_correction_waits_for_a_second_person_and_for_the_head_and_then_stands_at_once(city):
    disclosure = passed(correction_proposed())
    assert in_public().content == CONTENT, "nothing moved yet"
    disclosure = publish(disclosure.uid, head(), seen=disclosure.version)
    assert (in_public().content, disclosure.content, disclosure.state) == (RIGHT, RIGHT, DisclosureState.PUBLISHED)
    shown = page(in_public())
    assert ("更正记录" in shown, CONTENT in shown, WHY in shown) == (True, False, False)


def test_the_sweep_looks_at_the_proposed_words_and_each_finding_waits_for_a_word(city):
    disclosure = correction_proposed(content=WRONG)
    with pytest.raises(Incomplete) as told:
        in_effect(disclosure)
    assert set(told.value.fields) == {"finding_0"}
    assert in_public().content == CONTENT


def test_whoever_proposed_it_wrote_it_and_does_not_judge_it(city):
    both = give(another(Duty.DISCLOSER), Duty.SECRECY)
    disclosure = correction_proposed(by=both)
    with pytest.raises(NotAllowed):
        pass_change(disclosure.uid, both, seen=disclosure.version)
    with pytest.raises(NotAllowed):
        pass_change(disclosure.uid, discloser(), seen=disclosure.version)


@pytest.mark.parametrize("stranger", ["wz-discloser", "yz-wj-window", "yz-secrecy"])
def test_only_drafters_of_the_hall_propose(city, stranger):
    with pytest.raises(NotAllowed):
        correction_proposed(by=staff_member(stranger))
    assert not ProposedChange.objects.exists()


def test_the_signer_of_the_decision_neither_proposes_nor_judges(city):
    disclosure, _record = published()
    signer = give(give(signer_of(disclosure), Duty.DISCLOSER), Duty.SECRECY)
    with pytest.raises(NotAllowed):
        correction_proposed(disclosure, by=signer)
    disclosure = correction_proposed(disclosure)
    with pytest.raises(NotAllowed):
        pass_change(disclosure.uid, signer, seen=disclosure.version)


@pytest.mark.parametrize(
    ("told", "field"),
    [
        ({"content": CONTENT}, "content"),
        ({"content": " "}, "content"),
        ({"reason": " "}, "reason"),
        ({"reason": "长" * 901}, "reason"),
        ({"public_reason": "because"}, "public_reason"),
        ({"public_reason": "mistake"}, "public_reason"),
        ({"part_ground": "BECAUSE"}, "part_ground"),
    ],
)
def test_a_correction_says_what_and_why(city, told, field):
    with pytest.raises(Incomplete) as refused:
        correction_proposed(**told)
    assert set(refused.value.fields) == {field}


def test_a_person_s_name_does_not_come_in_by_a_correction(city):
    disclosure, _record = published(by=PERSON)
    with pytest.raises(Incomplete):
        correction_proposed(disclosure, content=f"准予{FULL_NAME}经营。")


def test_one_change_at_a_time(city):
    disclosure = correction_proposed()
    with pytest.raises(WrongState):
        taking_back_proposed(disclosure)


def test_what_was_returned_leaves_everything_and_may_be_proposed_again(city):
    disclosure = correction_proposed()
    with pytest.raises(Incomplete):
        return_change(disclosure.uid, reviewer(), seen=disclosure.version, remark=" ")
    disclosure = return_change(disclosure.uid, reviewer(), seen=disclosure.version, remark="面积没有写错")
    assert ProposedChange.objects.get().state == ChangeState.RETURNED
    assert in_public().content == CONTENT
    assert corrected(disclosure).content == RIGHT


def test_words_changed_behind_the_review_take_no_effect(city):
    disclosure = correction_proposed()
    change = ProposedChange.objects.get()
    ProposedChange.objects.update(words=change.words | {"content": "准予经营另一处场所。"})
    with pytest.raises(WrongState):
        in_effect(disclosure)
    assert in_public().content == CONTENT


def test_the_part_that_may_not_be_told_is_left_out_and_the_ground_is_told(city):
    corrected(content="准予经营沐浴场所，工艺参数不予公开。", part_ground="TRADE_SECRET", public_reason="scope")
    assert "部分内容依法不予公开，理由：商业秘密" in page(in_public())


def test_a_corrected_decision_is_followed_with_its_number_and_words(city):
    disclosure, _record = published()
    paper = put_right(disclosure, "准予从事沐浴场所经营。")
    disclosure = again(disclosure)
    words = suggested(disclosure)
    assert (words["document_number"], words["content"]) == (paper.number, "准予从事沐浴场所经营。")
    corrected(disclosure, content=words["content"], public_reason="decision")
    assert (in_public().document_number, in_public().content) == (paper.number, "准予从事沐浴场所经营。")


def test_a_proposal_that_the_decision_has_overtaken_is_not_published(city):
    disclosure = correction_proposed()
    put_right(disclosure, "准予从事沐浴场所经营。")
    with pytest.raises(WrongState):
        in_effect(disclosure)
    assert in_public().content == CONTENT


def test_the_public_decision_with_the_wrong_words_is_void_and_another_takes_its_place(city):
    disclosure, _record = published()
    drain()
    old = Paper.objects.get(kind=Kind.PUBLIC_DECISION)
    assert in_public().decision_code == old.verify_code
    corrected(again(disclosure))
    drain()
    new = Paper.objects.exclude(pk=old.pk).get(kind=Kind.PUBLIC_DECISION)
    assert (Paper.objects.get(pk=old.pk).state, words_on(new)) == (PaperState.VOIDED, RIGHT)
    assert f"/papers/{new.verify_code}/" in page(in_public())
    paper = client_of().get(f"/500103/register/{in_public().uid}/decision/")
    assert (paper.status_code, b"".join(paper)[:5]) == (200, b"%PDF-")


def test_before_the_public_decision_is_printed_its_address_says_so(city):
    _disclosure, record = published()
    assert client_of().get(f"/500103/register/{record.uid}/decision/").status_code == 404


def test_what_is_taken_back_is_gone_and_its_public_decision_void(city):
    disclosure, record = published()
    drain()
    disclosure = taking_back_proposed(again(disclosure))
    page(record)
    disclosure = in_effect(disclosure)
    assert (disclosure.state, disclosure.record_uid) == (DisclosureState.TAKEN_BACK, None)
    assert disclosure.document_number not in page(record, status=410)
    drain()
    assert Paper.objects.get(kind=Kind.PUBLIC_DECISION).state == PaperState.VOIDED
    assert client_of().get(f"/500103/register/{record.uid}/decision/").status_code == 410


def test_taking_back_needs_a_ground_and_a_reason(city):
    disclosure, _record = published()
    for field, text in [("ground", ""), ("ground", "BECAUSE"), ("reason", "")]:
        with pytest.raises(Incomplete) as refused:
            taking_back_proposed(disclosure, **{field: text})
        assert set(refused.value.fields) == {field}


def test_a_person_s_page_is_as_if_it_had_never_been(city):
    disclosure, record = published(by=PERSON)
    taken_back(disclosure)
    assert "撤下" not in page(record, status=404)


def test_what_is_urgent_is_taken_back_by_one_person_and_looked_at_afterwards(city):
    disclosure, record = published()
    disclosure = taken_back_at_once(disclosure)
    page(record, status=410)
    second = another(Duty.SECRECY)
    with pytest.raises(WrongState):
        passed(disclosure)
    disclosure = confirm_urgency(disclosure.uid, second, seen=disclosure.version)
    assert (disclosure.state, ProposedChange.objects.get().state) == (DisclosureState.TAKEN_BACK, ChangeState.DONE)


def test_whoever_took_it_back_at_once_does_not_look_at_it_afterwards(city):
    disclosure = taken_back_at_once(by=reviewer())
    with pytest.raises(NotAllowed):
        confirm_urgency(disclosure.uid, reviewer(), seen=disclosure.version)
    with pytest.raises(NotAllowed):
        doubt_urgency(disclosure.uid, reviewer(), seen=disclosure.version, remark="不需要")


@pytest.mark.parametrize("stranger", ["wz-secrecy", "yz-wj-window", "yz-complaints"])
def test_others_take_nothing_back(city, stranger):
    with pytest.raises(NotAllowed):
        taken_back_at_once(by=staff_member(stranger))
    assert Record.objects.exists()


def test_what_waited_is_overtaken_by_the_urgent_taking_back(city):
    disclosure = taken_back_at_once(correction_proposed())
    states = ProposedChange.objects.order_by("id").values_list("state", flat=True)
    assert list(states) == [ChangeState.OVERTAKEN, ChangeState.UNREVIEWED]
    assert Review.objects.filter(kind="disclosure_change", state=ReviewState.OPEN).count() == 1
    with pytest.raises(WrongState):
        passed(disclosure)


def test_doubted_it_comes_back_by_no_shortcut_but_by_a_new_review(city):
    disclosure, record = published()
    disclosure = taken_back_at_once(disclosure)
    with pytest.raises(WrongState):
        publishing_again_proposed(disclosure)
    disclosure = doubt_urgency(disclosure.uid, reviewer(), seen=disclosure.version, remark="没有个人信息")
    page(record, status=410)
    disclosure = in_effect(publishing_again_proposed(disclosure))
    assert (disclosure.state, in_public().uid, in_public().content) == (DisclosureState.PUBLISHED, record.uid, RIGHT)
    assert not TakenBack.objects.exists()
    kinds = RecordChange.objects.order_by("id").values_list("kind", flat=True)
    assert list(kinds) == ["taken_back", "restored"]


def test_published_again_it_has_a_public_decision_again(city):
    disclosure = taken_back()
    drain()
    in_effect(publishing_again_proposed(again(disclosure)))
    drain()
    again_made = Paper.objects.exclude(state=PaperState.VOIDED).get(kind=Kind.PUBLIC_DECISION)
    assert words_on(again_made) == RIGHT


def test_what_was_not_published_is_neither_corrected_nor_taken_back(city):
    disclosure = taken_back()
    for deed in (correction_proposed, taking_back_proposed, taken_back_at_once):
        with pytest.raises(WrongState):
            deed(disclosure)
    with pytest.raises(WrongState):
        publishing_again_proposed(corrected())


def test_the_applicant_is_told_each_time(city, company_qingquan):
    disclosure = taken_back(corrected())
    in_effect(publishing_again_proposed(disclosure))
    told = [one.text for one in Message.objects.filter(recipient=company_qingquan).order_by("id")]
    words = ("已经更正", "已经撤下", "将要按新的内容公示", "已经再次公示")
    assert [word in one for word, one in zip(words, told, strict=True)] == [True] * 4


def test_the_applicant_s_own_page_shows_what_is_in_public_now(city, company_qingquan):
    disclosure = corrected()
    own = f"/apply/{disclosure.application_uid}/"
    shown = client_of(company_qingquan).get(own).content.decode()
    assert (RIGHT in shown, "已公示" in shown) == (True, True)
    taken_back(disclosure)
    assert not PublicWords.objects.get().is_published


def test_the_reason_for_colleagues_lies_sealed(city):
    correction_proposed(reason=f"误写了身份证号码{ID_NUMBER}。")
    with connection.cursor() as cursor:
        cursor.execute("SELECT reason FROM disclosure_proposedchange")
        assert ID_NUMBER not in str(cursor.fetchone()[0])

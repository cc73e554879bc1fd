"""After the secrecy review the head of the organ approves: publishes, sends back or withholds (条例 Art. 17)."""

from collections.abc import Callable

import pytest

from hall.accounts.models import Duty
from hall.errors import Incomplete, NotAllowed, WrongState
from hall.review.models import Review
from tests.disclosure.consulting import objects
from tests.disclosure.making import (
    PERSON,
    again,
    another,
    discloser,
    drafted,
    give,
    head,
    made_public,
    passed,
    reviewer,
    send_out,
    sent,
    signer_of,
)
from tests.disclosure.test_pages import address, post, read
from tests.factories.cases import staff_member
from tracking.disclosure.actions.approving import publish
from tracking.disclosure.actions.judge import pass_on, send_back, withhold
from tracking.disclosure.actions.objections import override
from tracking.disclosure.lifecycle import DisclosureState
from tracking.disclosure.models import Disclosure
from tracking.disclosure.rules import visible_to
from tracking.register.models import Record

pytestmark = pytest.mark.django_db


def refused(disclosure, user) -> str:
    """Every way is barred alike, and leaves everything as it was."""
    told = set()
    ways: list[tuple[Callable[..., object], dict[str, str]]] = [
        (publish, {}),
        (send_back, {"remark": "请修改"}),
        (withhold, {"ground": "PRIVACY", "remark": "涉及隐私"}),
    ]
    for deed, said in ways:
        with pytest.raises(NotAllowed) as barred:
            deed(disclosure.uid, user, seen=disclosure.version, **said)
        told.add(str(barred.value.message))
    assert again(disclosure).state == DisclosureState.APPROVING
    assert not Record.objects.exists()
    (message,) = told
    return message


def test_what_passed_the_review_is_not_public_before_the_head_approves(city):
    disclosure = passed()
    assert disclosure.state == DisclosureState.APPROVING
    assert not Record.objects.exists()
    disclosure = publish(disclosure.uid, head(), seen=disclosure.version, remark="同意公开。")
    assert disclosure.state == DisclosureState.PUBLISHED
    assert Record.objects.get().uid == disclosure.record_uid
    last = Review.objects.get(kind="disclosure_approving")
    assert (last.drafted_by_uid, last.checked_by_uid) == (reviewer().uid, head().uid)


def test_nothing_is_approved_before_the_review_passed(city):
    for disclosure in (drafted(), sent(by=PERSON)):
        with pytest.raises(WrongState):
            publish(disclosure.uid, head(), seen=disclosure.version)
    assert not Record.objects.exists()


def test_the_drafter_and_the_reviewer_cannot_approve_though_they_are_heads_too(city):
    disclosure = passed()
    assert "您起草或者修改过" in refused(disclosure, give(discloser(), Duty.HEAD))
    assert "您审查过" in refused(disclosure, give(reviewer(), Duty.HEAD))


def test_the_reviewer_of_an_earlier_round_cannot_approve_a_later_one(city):
    disclosure = passed()
    send_back(disclosure.uid, head(), seen=disclosure.version, remark="请写明面积")
    disclosure = send_out(again(disclosure))
    disclosure = pass_on(disclosure.uid, another(Duty.SECRECY), seen=disclosure.version)
    assert "您审查过" in refused(disclosure, give(reviewer(), Duty.HEAD))


@pytest.mark.parametrize("stranger", ["yz-secrecy", "yz-discloser", "yz-rs-head", "wz-head", "cq-head", "yz-wj-signer"])
def test_only_the_head_of_the_organ_that_decided_approves(city, stranger):
    assert "机关的负责人批准" in refused(passed(), staff_member(stranger))


def test_the_signer_of_the_decision_may_approve_as_a_head(city):
    disclosure = passed()
    signer = give(signer_of(disclosure), Duty.HEAD)
    assert publish(disclosure.uid, signer, seen=disclosure.version).record_uid


def test_the_head_of_an_organ_sees_its_own_disclosures_and_no_others(city):
    disclosure = passed()
    assert list(visible_to(staff_member("yz-wj-head"))) == [disclosure]
    for stranger in ("yz-rs-head", "wz-wj-head"):
        assert not visible_to(staff_member(stranger)).exists()
        read(staff_member(stranger), address(disclosure), status=404)
    assert disclosure.document_number not in read(staff_member("yz-rs-head"), "/500103/disclosure/")


def test_sent_back_the_drafter_reads_why_and_the_whole_road_is_walked_again(city):
    disclosure = passed()
    with pytest.raises(Incomplete):
        send_back(disclosure.uid, head(), seen=disclosure.version, remark=" ")
    send_back(disclosure.uid, head(), seen=disclosure.version, remark="请写明面积")
    assert "请写明面积" in read(discloser(), address(disclosure))
    with pytest.raises(WrongState):
        publish(disclosure.uid, head(), seen=again(disclosure).version)
    assert made_public(disclosure).state == DisclosureState.PUBLISHED


def test_the_head_withholds_with_a_ground_and_a_reason(city):
    disclosure = passed()
    with pytest.raises(Incomplete):
        withhold(disclosure.uid, head(), seen=disclosure.version, ground="", remark="含工艺参数")
    ended = withhold(disclosure.uid, head(), seen=disclosure.version, ground="TRADE_SECRET", remark="含工艺参数")
    assert (ended.state, ended.ground) == (DisclosureState.WITHHELD, "TRADE_SECRET")
    assert not Record.objects.exists()


def test_words_changed_behind_the_review_are_not_published(city):
    disclosure = passed()
    Disclosure.objects.filter(pk=disclosure.pk).update(content="准予经营另一处场所。")
    with pytest.raises(WrongState):
        publish(disclosure.uid, head(), seen=disclosure.version)
    assert not Record.objects.exists()


def test_an_objection_that_comes_last_is_answered_by_the_head(city):
    disclosure = passed()
    objects(disclosure)
    with pytest.raises(WrongState) as told:
        publish(disclosure.uid, head(), seen=again(disclosure).version)
    assert "有异议" in str(told.value.message)
    seen = again(disclosure).version
    with pytest.raises(NotAllowed):
        override(disclosure.uid, reviewer(), seen=seen, ground="law", remark="依法公开。")
    override(disclosure.uid, head(), seen=seen, ground="law", remark="许可决定依法应当公开。")
    assert made_public(disclosure).state == DisclosureState.PUBLISHED


def test_the_head_begins_with_what_is_to_be_approved_under_its_lamp(city):
    disclosure = passed()
    page = read(head(), "/500103/disclosure/")
    assert disclosure.document_number in page
    assert "还剩 7 个工作日" in page
    assert disclosure.document_number not in read(reviewer(), "/500103/disclosure/")


def test_the_page_offers_it_to_the_head_alone(city):
    disclosure = passed()
    assert "批准并公示" in read(head(), address(disclosure))
    assert "批准并公示" not in read(reviewer(), address(disclosure))
    assert post(reviewer(), disclosure, "publish").status_code == 403
    assert post(head(), disclosure, "publish").status_code == 302
    assert f"批准人：{head().name}" in read(discloser(), address(disclosure))

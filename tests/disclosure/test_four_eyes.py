"""Drafter, reviewer and signer of the decision are three people (条例 Art. 17; 保密法 Art. 35)."""

from collections.abc import Callable

import pytest

from hall.accounts.models import Duty
from hall.errors import NotAllowed
from tests.disclosure.making import again, another, discloser, drafted, give, reviewer, sent, signer_of
from tests.factories.cases import staff_member
from tracking.disclosure.actions.judge import pass_on, send_back, withhold
from tracking.disclosure.actions.rewrite import rewrite
from tracking.disclosure.actions.send import send
from tracking.disclosure.lifecycle import DisclosureState
from tracking.register.models import Record

pytestmark = pytest.mark.django_db


def refused_review(disclosure, user) -> str:
    """Every way to judge is barred alike, and leaves everything as it was."""
    seen, told = disclosure.version, set()
    ways: list[tuple[Callable[..., object], dict[str, str]]] = [
        (pass_on, {}),
        (send_back, {"remark": "请修改"}),
        (withhold, {"ground": "PRIVACY", "remark": "涉及隐私"}),
    ]
    for deed, said in ways:
        with pytest.raises(NotAllowed) as barred:
            deed(disclosure.uid, user, seen=seen, **said)
        told.add(str(barred.value.message))
    assert again(disclosure).state == DisclosureState.REVIEWING
    assert not Record.objects.exists()
    (message,) = told
    return message


def test_who_confirms_the_machine_s_draft_becomes_its_drafter(city):
    disclosure = sent()
    assert (disclosure.drafter_uid, disclosure.drafter_name) == (discloser().uid, discloser().name)
    assert disclosure.state == DisclosureState.REVIEWING


def test_the_drafter_cannot_review_though_they_hold_that_post_too(city):
    disclosure = sent()
    assert "您起草或者修改过" in refused_review(disclosure, give(discloser(), Duty.SECRECY))


def test_whoever_changed_a_word_cannot_review_though_another_sent_it(city):
    disclosure = drafted()
    hand = give(another(Duty.DISCLOSER), Duty.SECRECY)
    words = {"grantee": disclosure.grantee, "content": "准予经营沐浴场所。"}
    disclosure = rewrite(disclosure.uid, hand, seen=disclosure.version, **words)
    disclosure = send(disclosure.uid, discloser(), seen=disclosure.version, **words)
    assert "您起草或者修改过" in refused_review(disclosure, hand)


def test_the_drafter_of_an_earlier_round_cannot_review_a_later_one(city):
    disclosure = sent()
    disclosure = send_back(disclosure.uid, reviewer(), seen=disclosure.version, remark="请写明面积")
    words = {"grantee": disclosure.grantee, "content": disclosure.content}
    disclosure = send(disclosure.uid, another(Duty.DISCLOSER), seen=disclosure.version, **words)
    assert "您起草或者修改过" in refused_review(disclosure, give(discloser(), Duty.SECRECY))


def test_the_signer_can_neither_review_nor_draft(city):
    disclosure = sent()
    assert "您签发了这项决定" in refused_review(disclosure, give(signer_of(disclosure), Duty.SECRECY))
    other = drafted(by="yunshang")
    signer = give(signer_of(other), Duty.DISCLOSER)
    for deed in (rewrite, send):
        with pytest.raises(NotAllowed):
            deed(other.uid, signer, seen=other.version, grantee=other.grantee, content=other.content)
    assert again(other).version == other.version


@pytest.mark.parametrize("stranger", ["yz-discloser", "wz-secrecy", "cq-secrecy", "yz-wj-examiner", "yz-complaints"])
def test_only_the_secrecy_reviewer_of_the_hall_reviews(city, stranger):
    disclosure = drafted()
    words = {"grantee": disclosure.grantee, "content": disclosure.content}
    disclosure = send(disclosure.uid, another(Duty.DISCLOSER), seen=disclosure.version, **words)
    assert "本大厅的保密审查人员" in refused_review(disclosure, staff_member(stranger))


@pytest.mark.parametrize("stranger", ["yz-secrecy", "wz-discloser", "cq-discloser", "yz-wj-window"])
def test_only_the_discloser_of_the_hall_drafts(city, stranger):
    disclosure = drafted()
    for deed in (rewrite, send):
        with pytest.raises(NotAllowed):
            deed(disclosure.uid, staff_member(stranger), seen=disclosure.version, grantee="某某", content="准予经营。")
    assert again(disclosure).version == disclosure.version

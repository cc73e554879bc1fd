"""What a change puts before the public is approved by the head, as the first publication was (条例 Art. 17)."""

from html import unescape

import pytest

from hall.accounts.models import Duty
from hall.errors import Incomplete, NotAllowed, WrongState
from hall.review.models import Review, ReviewState
from tests.cast import client_of
from tests.disclosure.changing import (
    RIGHT,
    correction_proposed,
    passed,
    publishing_again_proposed,
    taken_back,
    taken_back_at_once,
    taking_back_proposed,
)
from tests.disclosure.making import CONTENT, again, another, discloser, give, head, made_public, reviewer, sent
from tests.disclosure.test_changing_pages import offered, post, read
from tests.factories.cases import staff_member
from tracking.disclosure.actions.approving import publish
from tracking.disclosure.actions.published.judging import return_change
from tracking.disclosure.actions.several import several
from tracking.disclosure.change import ProposedChange
from tracking.disclosure.change_lifecycle import ChangeState
from tracking.disclosure.lifecycle import DisclosureState
from tracking.disclosure.models import Disclosure
from tracking.register.models import Record

pytestmark = pytest.mark.django_db
QUEUE = "/500103/disclosure/?scope="


def before_the_head() -> Disclosure:
    return passed(correction_proposed())


def refused(disclosure, user) -> str:
    told = set()
    for deed, said in ((publish, {}), (return_change, {"remark": "请修改"})):
        with pytest.raises(NotAllowed) as barred:
            deed(disclosure.uid, user, seen=disclosure.version, **said)
        told.add(str(barred.value.message))
    assert Record.objects.get().content == CONTENT
    (message,) = told
    return message


def listed(user, scope: str, disclosure: Disclosure) -> bool:
    page = unescape(client_of(user).get(QUEUE + scope).content.decode())
    return disclosure.document_number in page


def test_what_passed_the_review_stands_only_when_the_head_approved_it(city):
    disclosure = before_the_head()
    assert Record.objects.get().content == CONTENT
    disclosure = publish(disclosure.uid, head(), seen=disclosure.version, remark="同意更正。")
    assert (Record.objects.get().content, disclosure.content) == (RIGHT, RIGHT)
    last = Review.objects.get(kind="disclosure_change_approving")
    assert (last.drafted_by_uid, last.checked_by_uid) == (reviewer().uid, head().uid)


def test_what_was_taken_back_comes_again_by_three_people(city):
    disclosure = passed(publishing_again_proposed(taken_back()))
    assert not Record.objects.exists()
    assert publish(disclosure.uid, head(), seen=disclosure.version).state == DisclosureState.PUBLISHED
    assert Record.objects.get().content == RIGHT


def test_taking_back_waits_for_no_head(city):
    disclosure = passed(taking_back_proposed())
    assert disclosure.state == DisclosureState.TAKEN_BACK
    with pytest.raises(WrongState):
        publish(disclosure.uid, head(), seen=disclosure.version)


def test_nothing_is_approved_before_its_review_passed(city):
    disclosure = correction_proposed()
    with pytest.raises(WrongState):
        publish(disclosure.uid, head(), seen=disclosure.version)
    assert Record.objects.get().content == CONTENT


def test_who_proposed_or_reviewed_it_does_not_approve_it_though_a_head(city):
    disclosure = before_the_head()
    assert "您起草或者修改过" in refused(disclosure, give(discloser(), Duty.HEAD))
    assert "您审查过" in refused(disclosure, give(reviewer(), Duty.HEAD))


def test_who_reviewed_a_change_that_came_back_does_not_approve_the_next_one(city):
    disclosure = before_the_head()
    disclosure = return_change(disclosure.uid, head(), seen=disclosure.version, remark="请写明面积")
    disclosure = correction_proposed(disclosure)
    second = give(another(Duty.SECRECY), Duty.HEAD)
    disclosure = passed(disclosure)
    assert "您审查过" in refused(disclosure, give(reviewer(), Duty.HEAD))
    assert publish(disclosure.uid, second, seen=disclosure.version).content == RIGHT


@pytest.mark.parametrize("stranger", ["yz-secrecy", "yz-rs-head", "wz-head", "cq-head"])
def test_only_the_head_of_the_organ_that_decided_approves(city, stranger):
    assert "机关的负责人批准" in refused(before_the_head(), staff_member(stranger))


def test_the_head_gives_it_back_with_a_reason_and_it_begins_anew(city):
    disclosure = before_the_head()
    with pytest.raises(Incomplete):
        return_change(disclosure.uid, head(), seen=disclosure.version, remark=" ")
    disclosure = return_change(disclosure.uid, head(), seen=disclosure.version, remark="请写明依据")
    assert ProposedChange.objects.get().state == ChangeState.RETURNED
    assert "请写明依据" in read(discloser(), disclosure)
    assert not Review.objects.filter(state=ReviewState.OPEN).exists()
    with pytest.raises(WrongState):
        publish(disclosure.uid, head(), seen=disclosure.version)


def test_words_changed_behind_the_review_are_not_approved(city):
    disclosure = before_the_head()
    words = ProposedChange.objects.get().words | {"content": "准予经营另一处场所。"}
    ProposedChange.objects.update(words=words)
    with pytest.raises(WrongState):
        publish(disclosure.uid, head(), seen=disclosure.version)
    assert Record.objects.get().content == CONTENT


def test_the_urgent_taking_back_overtakes_what_lies_before_the_head(city):
    disclosure = taken_back_at_once(before_the_head())
    with pytest.raises(WrongState):
        publish(disclosure.uid, head(), seen=disclosure.version)
    assert not Record.objects.exists()
    assert Review.objects.filter(state=ReviewState.OPEN).count() == 1, "the look at the urgent one"


def test_it_lies_in_the_queue_where_its_next_person_looks(city):
    disclosure = correction_proposed()
    assert (listed(reviewer(), "changes", disclosure), listed(head(), "approving", disclosure)) == (True, False)
    passed(disclosure)
    assert (listed(reviewer(), "changes", disclosure), listed(head(), "", disclosure)) == (False, True)
    for stranger in ("yz-rs-head", "wz-head"):
        assert not listed(staff_member(stranger), "approving", disclosure)


def test_the_head_reads_both_wordings_and_approves_on_the_page(city):
    disclosure = before_the_head()
    page = read(head(), disclosure)
    assert all(told in page for told in (CONTENT, RIGHT, "等待批准的变更", "批准变更", reviewer().name, "批准并公示"))
    assert offered(head(), disclosure) == {"return_change"}
    assert offered(reviewer(), disclosure) == {"at_once"}
    assert "批准并公示" not in read(reviewer(), disclosure)
    assert post(reviewer(), disclosure, "publish") == 403
    assert post(head(), disclosure, "publish") == 302
    assert Record.objects.get().content == RIGHT


def test_changes_and_first_publications_are_approved_together_each_by_itself(city):
    change, first = before_the_head(), sent(by="zhangxiaoman")
    page = unescape(client_of(head()).get(QUEUE + "approving").content.decode())
    assert all(told in page for told in (f"{change.uid}:{change.version}", RIGHT, "提出"))
    chosen = [(change.uid, change.version), (first.uid, first.version)]
    assert [one.done for one in several("publish", chosen, head())] == [True, False]
    assert Record.objects.get().content == RIGHT
    assert made_public(first).state == DisclosureState.PUBLISHED
    assert [one.done for one in several("publish", [(again(change).uid, change.version)], head())] == [False]


def test_before_the_head_each_finding_in_a_change_has_its_reason(city):
    proposed = correction_proposed(content="准予经营，值班电话13800001234。")
    assert "处理之前不能公示" in read(reviewer(), proposed)
    page = read(head(), passed(proposed, resolutions={0: "单位值班电话"}))
    assert "审查时已逐处说明可以公开的理由" in page
    assert "处理之前不能公示" not in page

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import IntegrityError, connection

from hall.actor import Actor
from hall.audit.models import Entry
from hall.errors import Incomplete, Invalid, NotAllowed, WrongState
from hall.review.actions import open_review, pass_review, refuse_review, resolve_finding, unresolved
from hall.review.models import Review, ReviewState
from hall.review.queries import latest_of
from hall.uids import uid7

DRAFTER, CHECKER, OTHER = Actor(uid7(), "起草"), Actor(uid7(), "审查"), Actor(uid7(), "复核")
CLEAN = {"content": "准予许可"}
DIRTY = {"content": "联系电话13800001234，请拨打", "remark": "无"}


@pytest.fixture
def opened(city) -> Callable[..., Review]:
    def make(texts: dict[str, str] = CLEAN) -> Review:
        return open_review("disclosure", subject_uid=uid7(), hall_code="500103", drafter=DRAFTER, texts=texts)

    return make


def test_a_second_person_lets_it_pass(opened):
    review = pass_review(opened(), CHECKER, "可以公开")
    assert (review.state, review.checked_by_name, review.remark) == (ReviewState.PASSED, "审查", "可以公开")


def test_the_drafter_can_neither_pass_nor_refuse_what_they_drafted(opened):
    review = opened()
    for judge in (pass_review, refuse_review):
        with pytest.raises(NotAllowed):
            judge(review, DRAFTER, "意见")


def test_the_database_itself_refuses_two_eyes(opened):
    review = opened()
    with pytest.raises(IntegrityError):
        Review.objects.filter(pk=review.pk).update(checked_by_uid=DRAFTER.uid)


def test_a_refusal_needs_its_reason(opened):
    review = opened()
    with pytest.raises(Invalid):
        refuse_review(review, CHECKER, "  ")
    assert refuse_review(review, CHECKER, "含有个人信息").state == ReviewState.REFUSED


def test_what_the_sweep_found_stops_the_pass_until_each_place_has_a_word(opened):
    review = opened(DIRTY)
    assert unresolved(review) == 1
    with pytest.raises(Incomplete):
        pass_review(review, CHECKER)
    review = resolve_finding(review, 0, CHECKER, "单位公开的值班电话")
    assert pass_review(review, CHECKER).state == ReviewState.PASSED
    assert review.findings[0]["resolved_by"] == "审查"


def test_a_finding_names_field_and_place_without_repeating_the_number(opened):
    (finding,) = opened(DIRTY).findings
    assert (finding["field"], finding["kind"], finding["start"]) == ("content", "mobile", 4)
    assert finding["excerpt"] == "联系电话138****1234，请拨打"


def test_an_empty_word_or_an_unknown_place_resolves_nothing(opened):
    review = opened(DIRTY)
    for place, word in ((0, " "), (1, "说明"), (-1, "说明")):
        with pytest.raises(Invalid):
            resolve_finding(review, place, CHECKER, word)


def test_a_text_that_changed_meanwhile_needs_a_new_review(opened):
    with pytest.raises(WrongState):
        pass_review(opened(), CHECKER, texts={"content": "准予许可，另附"})


def test_a_subject_has_one_open_review_at_a_time(opened):
    review = opened()
    again = {"subject_uid": review.subject_uid, "hall_code": "500103", "drafter": DRAFTER, "texts": CLEAN}
    with pytest.raises(WrongState):
        open_review("disclosure", **again)
    refuse_review(review, CHECKER, "请修改")
    second = open_review("disclosure", **again)
    assert latest_of("disclosure", review.subject_uid) == second


def test_a_judged_review_tells_who_judged_it(opened):
    review = opened()
    refuse_review(review, CHECKER, "请修改")
    with pytest.raises(WrongState) as refused:
        pass_review(review, OTHER)
    assert refused.value.happened == ["审查：审查未通过"]


def test_every_deed_is_on_record(opened):
    review = resolve_finding(opened(DIRTY), 0, CHECKER, "值班电话")
    pass_review(review, CHECKER)
    actions = Entry.objects.filter(subject_uid=review.subject_uid).order_by("id").values_list("action", flat=True)
    assert list(actions) == ["review.opened", "review.finding_resolved", "review.passed"]


@pytest.mark.django_db(transaction=True)
def test_of_two_checkers_at_once_one_judges_and_the_other_is_told(opened):
    review = opened()

    def judge(actor: Actor) -> str:
        try:
            return pass_review(review, actor).checked_by_name
        except WrongState as refused:
            return f"told {refused.happened[0]}"
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as pool:
        said = sorted(pool.map(judge, [CHECKER, OTHER]))
    winner = Review.objects.get(pk=review.pk).checked_by_name
    assert said == sorted([winner, f"told {winner}：审查通过"])

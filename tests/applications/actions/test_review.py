"""Examining and returning (行政许可法 Art. 34): an opinion in words, by those whose duty it is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from applications.actions.decide import deny, grant
from applications.actions.opinions import BARE as BARE_WORDS
from applications.actions.opinions import check_opinion
from applications.actions.report_up import report_up
from applications.actions.review import review, send_back
from applications.lifecycle import HandlingState
from hall.errors import Incomplete, NotAllowed, WrongState
from tests.applications.actions.refusing import refused
from tests.applications.views.desk import done, opened
from tests.factories.cases import (
    OPINION,
    SAND_MINING,
    accepted_case,
    checks_for,
    clerk,
    decide,
    examine,
    fresh,
    inspected,
    received_case,
    reviewed_case,
    seen,
    written_review,
)

pytestmark = pytest.mark.django_db


def give(handling, user, opinion=OPINION, *, favourable=True, no_conflict=True, checks=None):
    return review(
        handling.uid,
        user,
        seen=seen(handling),
        favourable=favourable,
        opinion=opinion,
        no_conflict=no_conflict,
        checks=checks_for(handling) if checks is None else checks,
    )


def back(handling, user, reason="现场核查记录不完整，请补充。"):
    return send_back(handling.uid, user, seen=seen(handling), reason=reason)


def test_the_examiner_passes_it_on_to_the_decision(city):
    handling = accepted_case()
    examiner = clerk(handling, "examiner")
    give(handling, examiner)
    handling = fresh(handling)
    assert handling.state == HandlingState.DECIDING
    assert handling.current_step == "decide"
    done = handling.steps.get(kind="review")
    assert (done.done_by_uid, done.opinion, done.favourable) == (examiner.uid, OPINION, True)


def test_an_unfavourable_opinion_is_kept_and_goes_on_as_well(city):
    handling = accepted_case()
    give(handling, clerk(handling, "examiner"), favourable=False)
    assert fresh(handling).steps.get(kind="review").favourable is False
    assert fresh(handling).state == HandlingState.DECIDING


SAID_NOTHING = ["同意。已阅！", "拟同意，请领导审批。", "无意见 2026.11.27", "同意同意同意", "Agreed, OK"]
BARE = ["", "  ", "同意", "1234567", *SAID_NOTHING]


@pytest.mark.parametrize("opinion", BARE)
def test_a_bare_signature_is_no_opinion(city, opinion):
    handling = accepted_case()
    with refused(handling, Incomplete) as told:
        give(handling, clerk(handling, "examiner"), opinion)
    assert list(told.value.fields) == ["opinion"]


def test_only_an_examiner_of_the_department_may(city, wz_wj_examiner, stranger):
    handling = accepted_case()
    for person in (clerk(handling, "window"), clerk(handling, "signer"), wz_wj_examiner, stranger):
        with refused(handling, NotAllowed):
            give(handling, person)


def test_nothing_is_examined_before_acceptance_nor_twice(city):
    for handling in (received_case(), reviewed_case(by="zhangxiaoman")):
        with refused(handling, WrongState):
            give(handling, clerk(handling, "examiner"))


def test_the_signer_returns_it_to_the_examiner_with_a_reason(city):
    handling = reviewed_case()
    back(handling, clerk(handling, "signer"))
    handling = fresh(handling)
    assert handling.state == HandlingState.EXAMINING
    assert handling.current_step == "review"
    assert handling.steps.filter(kind="review").count() == 2
    assert examine(handling).state == HandlingState.DECIDING


def test_a_return_says_why(city):
    handling = reviewed_case()
    with refused(handling, Incomplete):
        back(handling, clerk(handling, "signer"), reason="重审")


def test_a_return_is_the_signers_alone_and_only_before_the_decision(city, wz_wj_signer):
    handling = reviewed_case()
    for person in (clerk(handling, "examiner"), clerk(handling, "cert"), wz_wj_signer):
        with refused(handling, NotAllowed):
            back(handling, person)
    accepted = accepted_case(by="zhangxiaoman")
    with refused(accepted, WrongState):
        back(accepted, clerk(accepted, "signer"))


def fails(handling, key="layout"):
    return [{**one, "finding": "fails"} if one["key"] == key else one for one in checks_for(handling)]


def test_every_point_of_the_check_list_is_kept_with_its_words(city):
    handling = accepted_case()
    give(handling, clerk(handling, "examiner"), checks=checks_for(handling, central_air="na"))
    kept = fresh(handling).steps.get(kind="review").checks
    points = handling.application.spec.checklist
    assert [one["key"] for one in kept] == [one.key for one in points]
    assert [one["finding"] for one in kept] == ["meets", "meets", "meets", "meets", "na"]
    assert kept[0]["text"] == points[0].text
    assert kept[0]["basis"] == points[0].basis


def test_an_open_point_keeps_the_case_from_being_proposed(city):
    handling = accepted_case()
    whole = checks_for(handling)
    for checks in ([], whole[1:], [{**whole[0], "finding": "perhaps"}, *whole[1:]]):
        with refused(handling, Incomplete) as told:
            give(handling, clerk(handling, "examiner"), checks=checks)
        assert "check-subject" in told.value.fields


@pytest.mark.parametrize("finding", ["fails", "na"])
def test_what_is_not_met_or_does_not_apply_says_why(city, finding):
    handling = accepted_case()
    whole = checks_for(handling)
    bare = [{**whole[0], "finding": finding, "remark": " "}, *whole[1:]]
    with refused(handling, Incomplete) as told:
        give(handling, clerk(handling, "examiner"), favourable=False, checks=bare)
    assert list(told.value.fields) == ["check-subject-remark"]


def test_an_opinion_does_not_contradict_its_own_check_list(city):
    handling = accepted_case()
    with refused(handling, Incomplete) as told:
        give(handling, clerk(handling, "examiner"), checks=fails(handling))
    assert list(told.value.fields) == ["favourable"]


def test_a_point_that_is_not_met_stands_before_the_signer_and_stops_a_grant_not_a_denial(city):
    handling = inspected(accepted_case())
    give(handling, clerk(handling, "examiner"), favourable=False, checks=fails(handling))
    handling = fresh(handling)
    signer = clerk(handling, "signer")
    with refused(handling, Incomplete) as told:
        grant(handling.uid, signer, seen=seen(handling), content="准予经营。")
    point = next(one.text for one in handling.application.spec.checklist if one.key == "layout")
    assert point in str(told.value.message)
    page = opened(handling, signer).content.decode()
    assert point in page
    assert "核对情况说明。" in page
    assert decide(handling, granted=False).application.decision.granted is False


def test_another_examination_may_find_it_met(city):
    handling = inspected(accepted_case())
    give(handling, clerk(handling, "examiner"), favourable=False, checks=fails(handling))
    back(fresh(handling), clerk(handling, "signer"))
    assert decide(examine(fresh(handling))).application.decision.granted


def test_the_check_list_is_answered_on_the_page(city):
    handling = accepted_case()
    examiner = clerk(handling, "examiner")
    page = opened(handling, examiner).content.decode()
    for point in handling.application.spec.checklist:
        assert point.text in page
        assert point.basis in page
    half = {**written_review(), "check-layout": ""}
    answer = done(handling, examiner, "review", **half)
    assert answer.status_code == 422
    assert "请答复这一项审查要点" in answer.content.decode()
    bare = {**written_review(favourable="no"), "check-layout": "fails"}
    assert "请说明不符合或者不适用的理由" in done(handling, examiner, "review", **bare).content.decode()
    assert done(handling, examiner, "review", **bare, **{"check-layout-remark": "没有消毒间。"}).status_code == 302


@pytest.mark.parametrize("opinion", ["同意", "无意见。", "已阅，同意", "准予许可"])
def test_no_deed_that_bears_an_opinion_takes_a_bare_word(city, opinion):
    handling = reviewed_case()
    signer = clerk(handling, "signer")
    for deed in (
        lambda: grant(handling.uid, signer, seen=seen(handling), content="准予经营。", opinion=opinion),
        lambda: back(handling, signer, reason=opinion),
        lambda: deny(handling.uid, signer, seen=seen(handling), reasons=opinion, legal_basis=["《某法》第一条"]),
    ):
        with refused(handling, Incomplete) as told:
            deed()
        assert list(told.value.fields) == ["opinion"]
    below = reviewed_case(SAND_MINING)
    with refused(below, Incomplete):
        report_up(below.uid, clerk(below, "signer"), seen=seen(below), opinion=opinion)


@given(st.lists(st.sampled_from(BARE_WORDS), min_size=1, max_size=6), st.sampled_from(["，", "。", " ", "！\n", ""]))
def test_bare_words_stay_bare_however_they_are_strung_together(words, between):
    with pytest.raises(Incomplete):
        check_opinion(between.join(words))


def test_an_opinion_may_begin_with_a_bare_word():
    check_opinion("同意。材料齐全，现场与图纸一致。")
    check_opinion("不同意：消毒间面积不足。")

"""Examining and returning (行政许可法 Art. 34): an opinion in words, by those whose duty it is."""

import pytest

from applications.actions.review import review, send_back
from applications.lifecycle import HandlingState
from hall.errors import Incomplete, NotAllowed, WrongState
from tests.applications.actions.refusing import refused
from tests.factories.cases import (
    OPINION,
    accepted_case,
    checks_for,
    clerk,
    examine,
    fresh,
    received_case,
    reviewed_case,
    seen,
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

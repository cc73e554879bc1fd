"""A question after acceptance (行政许可法 Art. 32 (4), 72 (4)): no material is asked for, none is taken (R03)."""

from datetime import datetime
from typing import Any

import pytest

from applications.actions.correct import ask_correction
from applications.actions.inquire import answer_inquiry, inquire
from applications.actions.materials import hand_in
from applications.models import Inquiry
from hall.clock import freeze
from hall.errors import Incomplete, NotAllowed, NotFound, WrongState
from hall.notifications.models import Message
from tests.applications.actions.refusing import refused
from tests.applications.actions.test_correct import MATERIAL, broken_rules
from tests.factories.answers import pdf
from tests.factories.cases import accepted_case, clerk, decide, examine, fresh, received_case, reviewed_case, seen

pytestmark = pytest.mark.django_db
TEXT = "贵单位夜间是否营业？营业到几点？"


def asked(handling, text=TEXT, *, by=None, days=3, confirmed=False):
    user = by or clerk(handling, "examiner")
    return inquire(handling.uid, user, seen=seen(handling), text=text, days=days, confirmed=confirmed)


def answered(handling, answer="营业到二十二点。", *, by=None):
    application = handling.application
    return answer_inquiry(application.uid, by or application.applicant, seen=seen(handling), answer=answer)


def naming(handling):
    name = next(str(one.name) for one in handling.application.spec.materials if one.key == "plans")
    return f"{name}上的二楼是否也对外营业？"


def test_it_is_asked_and_answered_in_words_and_no_clock_stops(city):
    with freeze(datetime(2026, 11, 24, 9)):
        handling = accepted_case()
        inquiry = asked(handling)
        answered(handling)
    assert inquiry.due.isoformat() == "2026-11-27"
    assert Inquiry.objects.get().answer == "营业到二十二点。"
    after = fresh(handling)
    assert (after.statutory_due, after.application.promise_due) == (
        handling.statutory_due,
        handling.application.promise_due,
    )
    assert Message.objects.filter(key__startswith=f"inquiry:{inquiry.uid}").count() == 1
    assert broken_rules(handling) == []


def test_it_takes_no_material(city):
    handling = accepted_case()
    asked(handling)
    with refused(handling, WrongState):
        hand_in(handling.application.uid, handling.application.applicant, "plans", pdf())


def test_a_material_is_not_demanded_after_acceptance_by_a_list_either(city):
    handling = accepted_case()
    entries: Any = [MATERIAL]
    with refused(handling, WrongState):
        ask_correction(handling.uid, clerk(handling, "window"), seen=seen(handling), entries=entries)


def test_a_question_that_names_a_material_is_held_back_and_once_confirmed_an_r03(city):
    handling = accepted_case()
    with refused(handling, Incomplete) as told:
        asked(handling, naming(handling))
    assert list(told.value.fields) == ["confirmed"]
    assert asked(handling, naming(handling), confirmed=True).names_material
    assert broken_rules(handling) == ["R03"]


def test_one_question_at_a_time_until_its_day_has_passed(city):
    with freeze(datetime(2026, 11, 24, 9)):
        handling = accepted_case()
        first = asked(handling)
        with refused(handling, WrongState):
            asked(handling)
    with freeze(datetime(2026, 11, 28, 9)):
        second = asked(handling)
        answered(handling)
    first.refresh_from_db()
    second.refresh_from_db()
    assert (first.answered_at, bool(first.ended_at), bool(second.answered_at)) == (None, True, True)


def test_no_question_keeps_an_examiner_from_going_on(city):
    handling = accepted_case()
    asked(handling)
    decide(examine(handling))
    with refused(handling, WrongState):
        answered(handling)


@pytest.mark.parametrize("wrong", [{"text": " "}, {"days": 0}, {"days": 11}])
def test_a_question_says_what_and_until_when(city, wrong):
    handling = accepted_case()
    with refused(handling, Incomplete) as told:
        asked(handling, **wrong)
    assert list(told.value.fields) == list(wrong)


def test_a_blank_answer_is_none(city):
    handling = accepted_case()
    asked(handling)
    with refused(handling, Incomplete):
        answered(handling, " ")


def test_only_the_examiner_asks_while_it_is_their_turn(city, stranger):
    handling = accepted_case()
    for person in (clerk(handling, "window"), clerk(handling, "signer"), stranger):
        with refused(handling, NotAllowed):
            asked(handling, by=person)
    for early_or_late in (received_case(by="zhangxiaoman"), reviewed_case(by="liyinuo")):
        with refused(early_or_late, WrongState):
            asked(early_or_late)


def test_only_the_applicant_answers_and_only_what_was_asked(city, stranger):
    handling = accepted_case()
    with refused(handling, WrongState):
        answered(handling)
    asked(handling)
    for person in (stranger, clerk(handling, "window")):
        with refused(handling, NotFound):
            answered(handling, by=person)

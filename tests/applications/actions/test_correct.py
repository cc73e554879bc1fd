"""Correction (行政许可法 Art. 32 (4)): everything at once, once, and only what the item names."""

from datetime import datetime

import pytest

from applications.actions.correct import ask_correction
from applications.actions.materials import hand_in
from applications.actions.supply import supply_correction
from applications.documents.kinds import Kind
from applications.lifecycle import CaseState
from hall.clock import freeze
from hall.errors import Incomplete, NotAllowed, NotFound, WrongState
from tests.applications.actions.refusing import refused
from tests.factories.answers import pdf
from tests.factories.cases import accepted_case, clerk, correcting_case, fresh, received_case, seen

pytestmark = pytest.mark.django_db

FIELD = {"target": "field", "key": "area", "problem": "与平面图不一致", "requirement": "请按实际面积填写"}
MATERIAL = {"target": "material", "key": "plans", "problem": "缺少比例尺", "requirement": "请补充比例尺后上传"}


def ask(handling, *entries, by=None):
    return ask_correction(handling.uid, by or clerk(handling, "window"), seen=seen(handling), entries=entries)


def supply(handling, raw, *, by=None):
    application = handling.application
    return supply_correction(application.uid, by or application.applicant, raw)


def test_the_list_is_told_with_its_names_and_a_notice(city):
    handling = received_case()
    correction = ask(handling, FIELD, MATERIAL)
    assert [entry["label"] for entry in correction.entries] == ["营业面积（平方米）", material_name(handling, "plans")]
    application = fresh(handling).application
    assert application.state == CaseState.CORRECTING
    assert application.settle_at is None
    assert application.papers.filter(kind=Kind.CORRECTION).count() == 1
    assert fresh(handling).desk_due == correction.due


def material_name(handling, key):
    return next(str(one.name) for one in handling.application.spec.materials if one.key == key)


def test_the_answer_brings_the_case_back_and_intake_starts_anew(city):
    with freeze(datetime(2026, 11, 24, 9)):
        handling = received_case()
        ask(handling, FIELD, MATERIAL)
    with freeze(datetime(2026, 12, 1, 9)):
        applicant = handling.application.applicant
        hand_in(handling.application.uid, applicant, "plans", pdf("新平面图.pdf"))
        supply(handling, {"area": "300"})
    application = fresh(handling).application
    assert application.state == CaseState.RECEIVED
    assert application.answers["area"] == "300"
    assert application.intake_due.isoformat() == "2026-12-08"
    assert application.papers.filter(kind=Kind.RECEIPT).count() == 2


def test_the_replaced_material_stays_in_the_file(city):
    handling = received_case()
    ask(handling, MATERIAL)
    hand_in(handling.application.uid, handling.application.applicant, "plans", pdf("新平面图.pdf"))
    supply(handling, {})
    plans = handling.application.materials.filter(key="plans")
    assert [one.round for one in plans.filter(replaced_at=None)] == [1]
    assert [one.round for one in plans.exclude(replaced_at=None)] == [0]


def test_only_the_listed_fields_change(city):
    handling = received_case()
    ask(handling, FIELD)
    supply(handling, {"area": "300", "place_name": "别的名称"})
    answers = fresh(handling).application.answers
    assert answers["area"] == "300"
    assert answers["place_name"] != "别的名称"


def test_an_entry_left_unanswered_is_told(city):
    handling = received_case()
    ask(handling, FIELD, MATERIAL)
    with refused(handling, Incomplete) as told:
        supply(handling, {"area": "三百"})
    assert set(told.value.fields) == {"area", "material.plans"}


def test_sent_twice_it_is_one_answer(city):
    handling = received_case()
    ask(handling, FIELD)
    supply(handling, {"area": "300"})
    version = seen(handling)
    supply(handling, {"area": "300"})
    assert seen(handling) == version


def test_nothing_may_be_asked_twice(city):
    handling = received_case()
    ask(handling, FIELD)
    supply(handling, {"area": "300"})
    with refused(handling, WrongState):
        ask(handling, MATERIAL)


def test_nothing_may_be_asked_that_the_item_does_not_name(city):
    handling = received_case()
    for extra in ({**FIELD, "key": "blood_type"}, {**MATERIAL, "key": "payroll"}, {**FIELD, "key": "plans"}):
        with refused(handling, NotAllowed):
            ask(handling, extra)


def test_an_empty_list_or_an_entry_without_words_is_not_sent(city):
    handling = received_case()
    for entries in ([], [{**FIELD, "problem": " "}], [{**FIELD, "requirement": ""}]):
        with refused(handling, Incomplete):
            ask(handling, *entries)


def test_after_acceptance_nothing_may_be_demanded(city):
    handling = accepted_case()
    with refused(handling, WrongState):
        ask(handling, FIELD)


def test_only_the_window_of_the_department_asks(city, wz_wj_window, stranger):
    handling = received_case()
    for person in (clerk(handling, "examiner"), wz_wj_window, stranger):
        with refused(handling, NotAllowed):
            ask(handling, FIELD, by=person)


def test_only_the_applicant_answers(city, stranger):
    handling = correcting_case()
    for person in (stranger, clerk(handling, "window")):
        with refused(handling, NotFound):
            supply(handling, {}, by=person)

"""Correction (行政许可法 Art. 32 (4)): everything at once, once, and only what the item names."""

from datetime import datetime

import pytest

from applications import deadlines
from applications.actions.correct import ask_correction, repeat_correction
from applications.actions.materials import hand_in
from applications.actions.supply import supply_correction
from applications.documents.kinds import Kind
from applications.events import RuleBroken
from applications.lifecycle import CaseState
from applications.models import CorrectionResult
from hall.clock import freeze, now, today
from hall.errors import Incomplete, NotAllowed, NotFound, WrongState
from hall.events.announcements import kind_of
from hall.events.models import Event
from tests.applications.actions.refusing import refused
from tests.factories.answers import pdf
from tests.factories.cases import accepted_case, clerk, correcting_case, fresh, received_case, seen

pytestmark = pytest.mark.django_db

FIELD = {"target": "field", "key": "area", "problem": "与平面图不一致", "requirement": "请按实际面积填写"}
MATERIAL = {"target": "material", "key": "plans", "problem": "缺少比例尺", "requirement": "请补充比例尺后上传"}


def ask(handling, *entries, by=None):
    return ask_correction(handling.uid, by or clerk(handling, "window"), seen=seen(handling), entries=entries)


def supply(handling, raw, *, by=None, unsupplied=None):
    application = handling.application
    return supply_correction(application.uid, by or application.applicant, raw, unsupplied=unsupplied)


def test_the_list_is_told_with_its_names_and_a_notice(city):
    handling = received_case()
    correction = ask(handling, FIELD, MATERIAL)
    assert [entry["label"] for entry in correction.entries] == ["营业面积（平方米）", material_name(handling, "plans")]
    application = fresh(handling).application
    assert application.state == CaseState.CORRECTING
    # The first reminder is the next thing that happens by itself.
    assert application.settle_at == deadlines.reminders(today(), correction.due)[0][1]
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


def answered_once(*entries, at=None):
    """A list that was told and answered; ``at`` is when the answer came."""
    handling = received_case()
    ask(handling, *entries)
    with freeze(at or now()):
        for entry in entries:
            if entry["target"] == "material":
                hand_in(handling.application.uid, handling.application.applicant, entry["key"], pdf("新.pdf"))
        supply(handling, {"area": "300"})
    return fresh(handling)


def again(handling, *unmet, by=None, widened=False):
    user = by or clerk(handling, "window")
    return repeat_correction(handling.uid, user, seen=seen(handling), unmet=unmet, widened=widened)


def broken_rules(handling):
    rules = Event.objects.filter(subject_uid=handling.application.uid, kind=kind_of(RuleBroken))
    return [event.payload["rule"] for event in rules]


def test_a_second_notice_repeats_what_is_unmet_in_the_same_words(city):
    handling = answered_once(FIELD, MATERIAL)
    second = again(handling, "material-plans")
    assert second.round == 2
    assert [(one["key"], one["problem"], one["requirement"]) for one in second.entries] == [
        ("plans", MATERIAL["problem"], MATERIAL["requirement"])
    ]
    application = fresh(handling).application
    assert application.state == CaseState.CORRECTING
    notices = application.papers.filter(kind=Kind.CORRECTION).order_by("id")
    assert [one.facts.again for one in notices] == [False, True]
    assert broken_rules(handling) == []


def test_a_second_notice_cannot_bring_anything_new(city):
    handling = answered_once(FIELD)
    for strange in ("material-plans", "field-blood_type"):
        with refused(handling, NotAllowed):
            again(handling, strange)


def test_what_was_met_once_is_not_asked_a_third_time(city):
    handling = answered_once(FIELD, MATERIAL)
    again(handling, "field-area")
    supply(handling, {"area": "310"})
    with refused(handling, NotAllowed):
        again(handling, "material-plans")
    assert again(fresh(handling), "field-area").round == 3


def test_a_second_notice_without_an_entry_or_without_a_first_is_none(city):
    handling = answered_once(FIELD)
    with refused(handling, Incomplete):
        again(handling)
    untold = received_case(by="zhangxiaoman")
    with refused(untold, WrongState):
        again(untold, "field-area")


def test_only_the_window_of_the_department_repeats(city, wz_wj_window, stranger):
    handling = answered_once(FIELD)
    for person in (clerk(handling, "examiner"), wz_wj_window, stranger):
        with refused(handling, NotAllowed):
            again(handling, "field-area", by=person)


def test_each_supplement_starts_the_five_days_anew(city):
    with freeze(datetime(2026, 11, 24, 9)):
        handling = answered_once(FIELD, at=datetime(2026, 12, 1, 9))
    assert fresh(handling).application.intake_due.isoformat() == "2026-12-08"
    with freeze(datetime(2026, 12, 2, 9)):
        again(handling, "field-area")
    with freeze(datetime(2026, 12, 10, 9)):
        supply(handling, {"area": "320"})
    assert fresh(handling).application.intake_due.isoformat() == "2026-12-17"


def test_what_cannot_be_supplied_is_said_with_its_reason(city):
    handling = received_case()
    ask(handling, FIELD, MATERIAL)
    supply(handling, {"area": "300"}, unsupplied={"material-plans": "原设计单位已经注销。"})
    correction = handling.application.corrections.get()
    assert correction.result == CorrectionResult.INCOMPLETE
    assert [(one["key"], one["reason"]) for one in correction.unsupplied] == [("plans", "原设计单位已经注销。")]
    application = fresh(handling).application
    assert application.state == CaseState.RECEIVED
    assert application.answers["area"] == "300"
    # The file that was there stays the one that counts.
    assert [one.round for one in application.materials.filter(key="plans", replaced_at=None)] == [0]


def test_a_field_that_cannot_be_supplied_keeps_its_answer(city):
    handling = received_case()
    before = handling.application.answers["area"]
    ask(handling, FIELD)
    supply(handling, {"area": ""}, unsupplied={"field-area": "房东没有提供测绘报告。"})
    assert fresh(handling).application.answers["area"] == before


def test_a_blank_reason_is_no_reason(city):
    handling = received_case()
    ask(handling, MATERIAL)
    with refused(handling, Incomplete) as told:
        supply(handling, {}, unsupplied={"material-plans": "  "})
    assert set(told.value.fields) == {"material.plans"}


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

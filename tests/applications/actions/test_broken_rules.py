"""What supervision hears of beside limits (domain.md §7.4): gaps at acceptance, late entries; where all is listed."""

from datetime import datetime, timedelta
from typing import Any

import pytest

from applications.actions.accept import accept
from applications.actions.correct import ask_correction
from applications.actions.hearings.holding import hold_hearing
from applications.actions.hearings.recording import record_request
from applications.actions.materials import hand_in
from applications.actions.settling import settle_due
from applications.actions.stand_ins import postpone
from applications.actions.submit import submit
from applications.actions.supply import supply_correction
from applications.models import BrokenRule
from applications.queries.desk.broken_rules import page
from applications.supervision import RULES
from hall.clock import freeze, local_date, now, today
from hall.events.models import Event
from tests.applications.actions.test_supervise import urged
from tests.factories.answers import pdf
from tests.factories.cases import (
    LABOUR_DISPATCH,
    accepted_case,
    clerk,
    draft_case,
    fresh,
    inspected,
    received_case,
    seen,
    staff_member,
    work,
)
from tests.factories.hearings import scheduled_hearing, told_hearing
from tests.factories.licences import licensed, recorded

pytestmark = pytest.mark.django_db
MONDAY = datetime(2026, 3, 2, 10, 0)


def rules(subject):
    told = Event.objects.filter(subject_uid=subject.uid, kind="applications.RuleBroken").order_by("version")
    return [one.payload["rule"] for one in told]


def corrected(handling, **answer):
    key = handling.application.spec.materials[0].key
    entry: Any = {"target": "material", "key": key, "problem": "缺少签字", "requirement": "请签字后重新上传"}
    ask_correction(handling.uid, clerk(handling, "window"), seen=seen(handling), entries=[entry])
    if answer:
        supply_correction(handling.application.uid, handling.application.applicant, {}, **answer)
    else:
        hand_in(handling.application.uid, handling.application.applicant, key, pdf())
        supply_correction(handling.application.uid, handling.application.applicant, {})
    return fresh(handling)


def gap(handling):
    return {"unsupplied": {f"material-{handling.application.spec.materials[0].key}": "没有原件。"}}


def take_in(handling):
    accept(handling.uid, clerk(handling, "window"), seen=seen(handling))


def test_accepted_whole_nothing_is_told(city):
    assert rules(accepted_case().application) == []
    handling = corrected(received_case(by="yunshang"))
    take_in(handling)
    assert rules(handling.application) == []


def test_accepted_with_a_gap_that_a_correction_left_is_an_r11(city):
    handling = received_case()
    handling = corrected(handling, **gap(handling))
    take_in(handling)
    assert rules(handling.application) == ["R11"]


def test_accepted_by_silence_with_a_gap_is_both(city):
    with freeze(MONDAY):
        handling = received_case()
        corrected(handling, **gap(handling))
    with freeze(MONDAY + timedelta(days=20)):
        settle_due()
    assert [one for one in rules(handling.application) if one in ("R01", "R11")] == ["R11", "R01"]


def test_accepted_with_tolerance_is_an_r11(city):
    draft = draft_case(LABOUR_DISPATCH, by="yunshang")
    postpone(draft.uid, draft.applicant, key="premises", agreed=True)
    submit(draft.uid, draft.applicant, truth_stated=True)
    handling = fresh(draft.handlings.get())
    take_in(handling)
    assert rules(handling.application) == ["R11"]


@pytest.mark.parametrize(("weeks", "told"), [(0, []), (1, []), (2, ["R12"])])
def test_an_inspection_written_down_long_after_is_an_r12(city, weeks, told):
    with freeze(MONDAY):
        handling = accepted_case()
        went = now()
    with freeze(MONDAY + timedelta(weeks=weeks)):
        inspected(handling, held_at=went)
    assert [one for one in rules(handling.application) if one == "R12"] == told


def test_how_long_that_may_be_is_the_installations(city, settings):
    settings.HALL_LATE_ENTRY_DAYS = 0
    with freeze(MONDAY):
        handling = accepted_case()
        went = now()
    with freeze(MONDAY + timedelta(days=1)):
        inspected(handling, held_at=went)
    event = Event.objects.get(kind="applications.RuleBroken", payload__rule="R12")
    assert event.payload["since"] == local_date(went).isoformat()


def test_an_inspection_of_a_licence_written_down_long_after_is_one_as_well(city):
    with freeze(MONDAY):
        handling, licence = licensed()
        went = now()
    with freeze(MONDAY + timedelta(weeks=2)):
        recorded(handling, licence, held_at=went)
    assert rules(licence) == ["R12"]
    work()
    row = BrokenRule.objects.get(subject_uid=licence.uid)
    assert (row.department, row.licence_uid, row.number) == (licence.issuer, licence.uid, licence.number)


def test_each_event_stands_on_the_supervisors_list_once_with_number_and_department(city):
    handling = accepted_case()
    urged(handling)
    with freeze(now() + timedelta(days=30)):
        settle_due()
        work()
        work()
        rows, _after = page(staff_member("yz-supervisor"), handling.hall, rule="R16", after="")
    row: Any
    (row,) = rows
    assert (row.one.number, row.one.department) == (handling.application.case_no, handling.department)
    assert str(handling.uid) in row.url
    assert row.one.since
    assert row.one.since > today()
    assert row.label == RULES["R16"].label
    assert BrokenRule.objects.count() == Event.objects.filter(kind="applications.RuleBroken").count()


def test_another_halls_supervisor_reads_nothing_of_it(city, wz_supervisor):
    handling = accepted_case()
    urged(handling)
    with freeze(now() + timedelta(days=30)):
        settle_due()
        work()
    assert page(wz_supervisor, handling.hall, rule="", after="")[0] == [
        row for row in page(wz_supervisor, handling.hall, rule="", after="")[0] if row.one.department is None
    ]


def test_a_request_that_came_long_ago_is_a_late_entry(city):
    with freeze(MONDAY):
        handling = accepted_case()
        party = told_hearing(handling).parties.get(role="interested")
        came = today()
    asked: dict[str, Any] = {"party": party.uid, "asked_on": came, "statement": "烟道紧邻住户。"}
    with freeze(MONDAY + timedelta(weeks=2)):
        settle_due()
        record_request(handling.uid, clerk(handling, "examiner"), seen=seen(handling), **asked)
    assert "R12" in rules(handling.application)


def test_a_hearing_written_down_long_after_it_was_held_is_a_late_entry(city):
    with freeze(MONDAY):
        handling = accepted_case()
        hearing = scheduled_hearing(handling)
        held_on = hearing.sittings.get().starts_at
    with freeze(held_on + timedelta(weeks=2)):
        settle_due()
        told: dict[str, Any] = {"hearing": hearing.uid, "attended": "申请人、邻居王某"}
        hold_hearing(handling.uid, clerk(handling, "examiner"), seen=seen(handling), **told)
    event = Event.objects.get(kind="applications.RuleBroken", payload__rule="R12")
    assert event.payload["since"] == local_date(held_on).isoformat()

"""Two devices, two clerks, one impatient finger: sent at the same moment over HTTP, each deed is done once."""

from collections.abc import Callable
from typing import Any

import pytest

from applications.actions.correct import Entry, ask_correction
from applications.documents.builders import Mode
from applications.models import Application, Correction, Material
from complaints.grievances.actions.file import Told, file
from complaints.grievances.models import Grievance
from hall.events.models import Event
from hall.events.worker import drain
from hall.numbering.models import Counter
from tests.api.calling import Caller
from tests.applications.actions.test_races import together
from tests.cast import client_of
from tests.disclosure.making import head, reviewer, send_out
from tests.factories import cases
from tests.factories.answers import pdf
from tracking.disclosure.models import Disclosure
from tracking.register.models import Record

pytestmark = pytest.mark.django_db(transaction=True)
DESK, API = "/500103/desk", "/500103/api/v1"


def at_once(times: int, ask: Callable[[], Any]) -> list[int]:
    answers = together([ask] * times)
    assert [one for one in answers if isinstance(one, Exception)] == []
    return sorted(answer.status_code for answer in answers)


def clicks(user: Any, address: str, **form: Any) -> Callable[[], Any]:
    """Each click from a browser of its own, in which the same person has signed in."""
    return lambda: client_of(user).post(address, form)


def test_two_devices_begin_one_draft(city, applicant_zhang):
    code = cases.offering().task_code
    body = {"task_code": code, "division_code": "500103"}
    assert at_once(4, lambda: Caller(applicant_zhang).post("/cases/", body)) == [201] * 4
    assert Application.objects.count() == 1


def test_submitting_from_two_devices_makes_one_case(city):
    draft = cases.draft_case(by="zhangxiaoman")
    submit = {"truth_stated": True}
    assert at_once(5, lambda: Caller(draft.applicant).post(f"/cases/{draft.uid}/submit/", submit)) == [200] * 5
    assert Event.objects.filter(subject_uid=draft.uid).count() == 1
    assert Application.objects.get().papers.count() == 2
    assert list(Counter.objects.filter(kind="case").values_list("value", flat=True)) == [1]


def test_a_submission_and_a_late_autosave_do_not_mix(city):
    draft = cases.draft_case(by="zhangxiaoman")
    caller, path = Caller(draft.applicant), f"/cases/{draft.uid}"
    answers = {"answers": {"place_name": "改过的名称"}}
    submit = {"truth_stated": True}
    together([lambda: caller.post(f"{path}/submit/", submit), lambda: caller.put(f"{path}/answers/", answers)])
    after = Application.objects.get()
    # Either the case was filed whole, or the draft changed first and was refused for what it lacks.
    assert (after.state == "received") is (len(after.all_answers) > 1)


def test_the_same_material_handed_in_twice_is_there_once(city):
    draft = cases.draft_case(by="zhangxiaoman")
    key = draft.spec.materials[0].key
    sent = f"/cases/{draft.uid}/materials/{key}/"
    assert at_once(3, lambda: Caller(draft.applicant).send_file(sent, pdf())) == [201] * 3
    assert Material.objects.filter(application=draft, key=key, replaced_at=None).count() == 1


def test_one_of_two_clerks_accepts_and_the_other_is_told(city):
    handling = cases.received_case(by="zhangxiaoman")
    accept = clicks(cases.clerk(handling, "window"), f"{DESK}/{handling.uid}/accept/", version=cases.seen(handling))
    assert at_once(3, accept) == [302, 409, 409]


def test_a_correction_is_asked_for_once(city):
    handling = cases.received_case(by="zhangxiaoman")
    key = handling.application.spec.materials[0].key
    entry = Entry(target="material", key=key, problem="缺签字", requirement="请签字")
    window, seen = cases.clerk(handling, "window"), cases.seen(handling)
    outcomes = together([lambda: ask_correction(handling.uid, window, seen=seen, entries=[entry])] * 3)
    assert sum(isinstance(one, Correction) for one in outcomes) == 1
    assert Correction.objects.count() == 1


def test_a_correction_is_answered_once(city):
    handling = cases.correcting_case(by="zhangxiaoman")
    case, path = handling.application, f"/cases/{handling.application.uid}"
    Caller(case.applicant).send_file(f"{path}/materials/{case.spec.materials[0].key}/", pdf())
    assert at_once(3, lambda: Caller(case.applicant).post(f"{path}/correction/", {"answers": {}})) == [200] * 3
    assert Event.objects.filter(subject_uid=case.uid, kind="applications.CorrectionSupplied").count() == 1


def test_a_case_is_delivered_once(city):
    handling = cases.issued_case(by="zhangxiaoman")
    sent = {"version": cases.seen(handling), "mode": Mode.ELECTRONIC.value}
    deliver = clicks(cases.clerk(handling, "cert"), f"{DESK}/{handling.uid}/deliver/", **sent)
    assert at_once(3, deliver) == [302, 409, 409]
    assert Event.objects.filter(subject_uid=handling.application.uid, kind="applications.Delivered").count() == 1


def test_a_disclosure_is_published_once(city):
    cases.decided_case(by="zhangxiaoman")
    drain()
    sent = send_out(Disclosure.objects.get())
    desk = f"/500103/disclosure/{sent.uid}"
    assert at_once(3, clicks(reviewer(), f"{desk}/pass/", version=sent.version)) == [302, 409, 409]
    publish = clicks(head(), f"{desk}/publish/", version=sent.version + 1)
    assert at_once(3, publish) == [302, 409, 409]
    assert Record.objects.count() == 1


def test_a_complaint_is_answered_once(city, yz_complaints):
    found = file(Told("complaint", "等待", "等待时间过长，请核实。"), hall=city.yz, user=None)
    desk = f"/500103/complaints/desk/{found.uid}"
    assert at_once(3, clicks(yz_complaints, f"{desk}/accept/")) == [302, 409, 409]
    answer = clicks(yz_complaints, f"{desk}/answer/", reply="经核实，已经督促办理并答复您。")
    assert at_once(3, answer) == [302, 409, 409]
    assert Grievance.objects.get().state == "answered"

"""A program files a case for its user: the same deeds, the same refusals, one case however often it is sent."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from applications.actions.mandates import end_mandate
from applications.api.cases import NewestFirst
from applications.models import Application, Material
from tests.api.calling import Caller, told
from tests.cast import client_of
from tests.factories import cases
from tests.factories.answers import answers_for, pdf
from tests.factories.mandates import mandate_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def zhang(city, applicant_zhang) -> Caller:
    return Caller(applicant_zhang)


def begin(caller, hall="500103", division="500103"):
    code = cases.offering(hall=hall).task_code
    return caller.post("/cases/", {"task_code": code, "division_code": division})


def fill(caller, uid):
    draft = Application.objects.get(uid=uid)
    caller.put(f"/cases/{uid}/answers/", {"answers": answers_for(draft.spec)})
    for material in draft.spec.materials:
        assert caller.send_file(f"/cases/{uid}/materials/{material.key}/", pdf()).status_code == 201


def test_from_the_draft_to_the_number(zhang):
    begun = begin(zhang)
    assert (begun.status_code, begun.json()["state"]) == (201, "draft")
    uid = begun.json()["uid"]
    fill(zhang, uid)
    assert zhang.get(f"/cases/{uid}/answers/").json()["problems"] == {}
    filed = zhang.post(f"/cases/{uid}/submit/", {"truth_stated": True}).json()
    assert (len(filed["case_no"]), len(filed["query_code"]), filed["state"]) == (43, 10, "received")
    assert [fact["what"] for fact in zhang.get(f"/cases/{uid}/timeline/").json()] == ["提交申请"]
    assert [one["uid"] for one in zhang.get("/cases/").json()["results"]] == [uid]


def test_an_agent_begins_and_files_for_whom_they_act(city):
    mandate = mandate_of()
    agent = Caller(mandate.agent)
    wish = {"task_code": cases.offering().task_code, "division_code": "500103", "mandate": str(mandate.uid)}
    begun = agent.post("/cases/", wish).json()
    assert (begun["applicant_name"], begun["agent_name"]) == ("重庆清泉浴室有限公司", "李一诺")
    fill(agent, begun["uid"])
    filed = agent.post(f"/cases/{begun['uid']}/submit/", {"truth_stated": True})
    assert (filed.status_code, filed.json()["state"]) == (200, "received")
    assert Caller(mandate.principal).get(f"/cases/{begun['uid']}/").status_code == 200
    end_mandate(mandate.uid, mandate.principal, hall=city.yz)
    assert agent.get(f"/cases/{begun['uid']}/").status_code == 404
    assert agent.post("/cases/", wish).status_code == 404


def test_beginning_twice_goes_on_with_the_same_draft(zhang):
    assert begin(zhang).json()["uid"] == begin(zhang).json()["uid"]
    assert Application.objects.count() == 1


def test_submitting_twice_is_one_case(zhang):
    draft = cases.draft_case(by="zhangxiaoman")
    first, second = (zhang.post(f"/cases/{draft.uid}/submit/", {"truth_stated": True}) for _turn in range(2))
    assert (first.status_code, second.status_code) == (200, 200)
    assert first.json() == second.json()
    assert Application.objects.get().version == 1


def test_a_district_files_for_itself_only(zhang):
    refused = told(begin(zhang, hall="500103", division="500101"), 400)
    assert refused["errors"][0]["field"] == "division_code"
    told(begin(zhang, division="999999"), 400)
    assert not Application.objects.exists()


def test_a_half_filled_draft_is_kept_with_its_problems(zhang):
    uid = begin(zhang).json()["uid"]
    kept = zhang.put(f"/cases/{uid}/answers/", {"answers": {"area": "很大", "nobody_asked": 1}}).json()
    assert kept["answers"] == {"area": "很大"}
    assert list(kept["problems"]) == ["area"]


def test_numbers_that_would_fill_the_memory_are_problems(zhang):
    uid = begin(zhang).json()["uid"]
    seen = ""
    for number in ("1e-999999999", "1e999999999", "NaN", "sNaN", "-Infinity"):
        answer = zhang.put(f"/cases/{uid}/answers/", {"answers": {"area": number}, "seen": seen}).json()
        assert list(answer["problems"]) == ["area"]
        seen = answer["seen"]


@pytest.mark.parametrize(("name", "content"), [
    ("照片.pdf", b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>"),
    ("页面.pdf", b"<!doctype html><script>alert(1)</script>"),
    ("程序.pdf", b"MZ\x90\x00"),
    ("空.pdf", b""),
    ("../../settings.py", b"import os"),
])  # fmt: skip
def test_a_file_of_another_kind_is_refused_and_leaves_nothing(zhang, name, content):
    draft = cases.draft_case(by="zhangxiaoman")
    before = set(Material.objects.values_list("uid", flat=True))
    upload = SimpleUploadedFile(name, content, content_type="application/pdf")
    answer = zhang.send_file(f"/cases/{draft.uid}/materials/{draft.spec.materials[0].key}/", upload)
    told(answer, 400)
    assert set(Material.objects.values_list("uid", flat=True)) == before


def test_a_material_that_nobody_asked_for_is_refused(zhang):
    draft = cases.draft_case(by="zhangxiaoman")
    told(zhang.send_file(f"/cases/{draft.uid}/materials/nobody_asked/", pdf()), 403)


def test_a_correction_is_answered_over_the_api(zhang):
    handling = cases.correcting_case(by="zhangxiaoman")
    uid, key = handling.application.uid, handling.application.spec.materials[0].key
    told(zhang.post(f"/cases/{uid}/correction/", {"answers": {}}), 422)
    zhang.send_file(f"/cases/{uid}/materials/{key}/", pdf())
    answers = [zhang.post(f"/cases/{uid}/correction/", {"answers": {}}).json() for _turn in range(2)]
    assert [one["state"] for one in answers] == ["received", "received"]
    assert answers[0]["version"] == answers[1]["version"]


def test_the_page_and_the_api_show_the_same_case(zhang, applicant_zhang):
    filed = cases.accepted_case(by="zhangxiaoman").application
    page = client_of(applicant_zhang).get(f"/500103/apply/{filed.uid}/").content.decode()
    told_here = zhang.get(f"/cases/{filed.uid}/").json()
    assert told_here["case_no"] in page
    assert told_here["state_label"] in page
    assert told_here["query_code"] in page


def test_clerks_are_not_named(zhang):
    handling = cases.accepted_case(by="zhangxiaoman")
    timeline = zhang.get(f"/cases/{handling.application.uid}/timeline/").content.decode()
    assert cases.clerk(handling, "window").name not in timeline


def test_pages_follow_one_another_by_cursor(zhang, monkeypatch):
    monkeypatch.setattr(NewestFirst, "page_size", 1)
    for _turn in range(3):
        cases.received_case(by="zhangxiaoman")
    first = zhang.get("/cases/").json()
    second = zhang.client.get(first["next"]).json()
    third = zhang.client.get(second["next"]).json()
    uids = [one["uid"] for page in (first, second, third) for one in page["results"]]
    assert uids == [str(uid) for uid in Application.objects.order_by("-id").values_list("uid", flat=True)]
    assert (len(uids), third["next"]) == (3, None)

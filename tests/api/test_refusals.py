"""Every refusal is a problem document (RFC 9457), with the status that a program expects."""

import json

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile

from tests.api.calling import PROBLEM, ROOT, Caller, told
from tests.cast import client_of
from tests.factories import cases

pytestmark = pytest.mark.django_db


@pytest.fixture
def zhang(city, applicant_zhang) -> Caller:
    return Caller(applicant_zhang)


@pytest.fixture
def draft(zhang):
    return cases.draft_case(by="zhangxiaoman")


@pytest.mark.parametrize("path", ["/cases/", "/cases/01890000-0000-7000-8000-000000000000/"])
def test_401_for_whoever_has_not_signed_in(city, path):
    answer = Caller().get(path)
    told(answer, 401)
    assert answer["WWW-Authenticate"].startswith("Session")


def test_403_without_the_token_against_forged_requests(city, applicant_zhang):
    forging = client_of(applicant_zhang)
    forging.handler.enforce_csrf_checks = True
    answer = forging.post(f"{ROOT}/cases/", {"task_code": "x", "division_code": "500103"}, "application/json")
    assert "X-CSRFToken" in told(answer, 403)["title"]


def test_403_for_a_password_that_must_be_changed_first(city, yz_wj_window):
    yz_wj_window.password_is_initial = True
    yz_wj_window.save()
    told(Caller(yz_wj_window).get("/cases/"), 403)


def test_403_for_an_item_that_is_not_for_this_kind_of_account(city, applicant_zhang):
    code = cases.offering(cases.LABOUR_DISPATCH).task_code
    told(Caller(applicant_zhang).post("/cases/", {"task_code": code, "division_code": "500103"}), 403)


@pytest.mark.parametrize("path", ["/", "/nothing/", "/cases/x/", "/items/x/", "/records/x/"])
def test_404_for_an_address_that_is_none(zhang, path):
    told(zhang.get(path), 404)


@pytest.mark.parametrize("part", ["", "timeline/", "answers/"])
def test_404_for_somebody_elses_case_as_if_it_were_absent(draft, applicant_li, part):
    li = Caller(applicant_li)
    theirs = told(li.get(f"/cases/{draft.uid}/{part}"), 404)
    assert theirs == told(li.get(f"/cases/01890000-0000-7000-8000-000000000000/{part}"), 404)


@pytest.mark.parametrize(("part", "body"), [("submit/", {"truth_stated": True}), ("correction/", {"answers": {}})])
def test_404_for_deeds_on_somebody_elses_case(draft, applicant_li, part, body):
    told(Caller(applicant_li).post(f"/cases/{draft.uid}/{part}", body), 404)
    told(Caller(applicant_li).put(f"/cases/{draft.uid}/answers/", {"answers": {}}), 404)


def test_405_for_a_method_that_is_not_offered(zhang):
    answer = zhang.post("/records/", {})
    told(answer, 405)
    assert "GET" in answer["Allow"]


def test_409_for_a_draft_that_was_filed_meanwhile(zhang, draft):
    zhang.post(f"/cases/{draft.uid}/submit/", {"truth_stated": True})
    told(zhang.put(f"/cases/{draft.uid}/answers/", {"answers": {}}), 409)


def test_413_for_a_body_over_the_limit_of_forms(zhang, draft):
    long = "1" * settings.DATA_UPLOAD_MAX_MEMORY_SIZE
    told(zhang.put(f"/cases/{draft.uid}/answers/", {"answers": {"area": long}}), 413)


def test_413_for_a_file_over_the_limit_of_its_material(zhang, draft):
    key = draft.spec.materials[0].key
    size = draft.spec.materials[0].max_mb * 1024 * 1024 + 1
    big = SimpleUploadedFile("大.pdf", b"%PDF-1.4\n" + b"0" * size, content_type="application/pdf")
    told(zhang.send_file(f"/cases/{draft.uid}/materials/{key}/", big), 413)


def test_415_for_a_body_that_is_not_json(zhang):
    told(zhang.client.post(f"{ROOT}/cases/", {"task_code": "x"}), 415)


def test_422_with_each_missing_answer_by_its_name(zhang, draft):
    seen = zhang.get(f"/cases/{draft.uid}/answers/").json()["seen"]
    assert zhang.put(f"/cases/{draft.uid}/answers/", {"answers": {}, "seen": seen}).status_code == 200
    body = told(zhang.post(f"/cases/{draft.uid}/submit/", {"truth_stated": False}), 422)
    assert {"place_name", "truth"} <= {one["field"] for one in body["errors"]}


def test_429_says_when_to_come_back(city):
    question = {"number": "NOSUCHNUMBER", "code": "AAAAAAAAAA"}
    answers = [Caller().post("/look-up/", question) for _turn in range(11)]
    assert [answer.status_code for answer in answers] == [404] * 10 + [429]
    told(answers[-1], 429)
    assert 0 < int(answers[-1]["Retry-After"]) <= 900


@pytest.mark.parametrize("body", [
    b"{", b"\xff", b"", b"[1, 2]", b'"text"', b"null", b'{"number": NaN}', b'{"number": 1e999}',
    b'{"number": "\\u0000", "code": "x"}', b'{"number": "\\ud800", "code": "x"}', b"[" * 100_000,
    b'{"a":' * 30 + b"1" + b"}" * 30, b'{"number": ' + b"9" * 5000 + b"}", b'{"number": {}, "code": []}',
])  # fmt: skip
def test_400_for_what_cannot_be_read(city, body):
    answer = Caller().client.post(f"{ROOT}/look-up/", body, "application/json")
    told(answer, 400)


def test_a_failure_of_ours_is_a_problem_too(city, monkeypatch):
    def broken(*_args, **_kwargs):
        raise RuntimeError("broken on purpose")

    monkeypatch.setattr("tracking.register.api.queries.page", broken)
    answer = Caller().get("/records/")
    assert (answer.status_code, answer["Content-Type"]) == (500, PROBLEM)
    assert "purpose" not in json.dumps(answer.json())

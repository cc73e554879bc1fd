"""Answering a correction notice: the listed entries, and only those."""

import pytest

from applications.actions.correct import Entry, ask_correction
from applications.lifecycle import CaseState
from applications.models import Application
from tests.cast import client_of
from tests.factories import cases
from tests.factories.answers import pdf

pytestmark = pytest.mark.django_db

ENTRIES: list[Entry] = [
    {"target": "field", "key": "place_name", "problem": "与营业执照不一致", "requirement": "请按营业执照填写"},
    {"target": "material", "key": "identity", "problem": "缺少反面", "requirement": "请补充反面"},
]


@pytest.fixture
def asked(city) -> Application:
    handling = cases.received_case()
    ask_correction(handling.uid, cases.clerk(handling, "window"), seen=cases.seen(handling), entries=ENTRIES)
    application: Application = cases.fresh(handling).application
    return application


def url(application):
    return f"/apply/{application.uid}/correction/"


def client(application):
    return client_of(application.applicant)


def test_the_case_page_leads_to_what_is_to_be_corrected(asked):
    page = client(asked).get(f"/apply/{asked.uid}/").content.decode()
    assert f'href="{url(asked)}"' in page
    assert "需要补正 2 项内容" in page
    assert "lamp--blue" in page


def test_only_the_listed_entries_are_asked(asked):
    page = client(asked).get(url(asked)).content.decode()
    assert "与营业执照不一致" in page
    assert "请补充反面" in page
    assert 'name="place_name" value="清泉浴室解放碑店"' in page
    assert 'name="place_address"' not in page
    assert 'name="material.plans"' not in page


def test_everything_at_once_sends_the_correction(asked):
    response = client(asked).post(url(asked), {"do": "send", "place_name": "清泉浴室", "material.identity": pdf()})
    assert response["Location"] == f"/apply/{asked.uid}/"
    after = Application.objects.get()
    assert after.state == CaseState.RECEIVED
    assert after.answers["place_name"] == "清泉浴室"


def test_a_missing_file_is_told_beside_its_material_and_the_answer_stays(asked):
    response = client(asked).post(url(asked), {"do": "send", "place_name": "清泉浴室"})
    page = response.content.decode()
    assert response.status_code == 422
    assert 'id="id_material.identity_error"' in page
    assert 'name="place_name" value="清泉浴室"' in page
    assert Application.objects.get().state == CaseState.CORRECTING


def test_uploading_first_keeps_what_was_typed(asked):
    browser = client(asked)
    response = browser.post(url(asked), {"do": "upload", "place_name": "清泉", "material.identity": pdf("新.pdf")})
    page = response.content.decode()
    assert "新.pdf" in page
    assert 'name="place_name" value="清泉"' in page
    assert browser.post(url(asked), {"do": "send", "place_name": "清泉"}).status_code == 302


def test_fields_that_were_not_listed_do_not_change(asked):
    before = Application.objects.get().answers["place_address"]
    data = {"do": "send", "place_name": "清泉", "place_address": "别处", "material.identity": pdf()}
    client(asked).post(url(asked), data)
    assert Application.objects.get().answers["place_address"] == before


def test_sent_twice_it_is_one_answer(asked):
    browser = client(asked)
    data = {"do": "send", "place_name": "清泉"}
    browser.post(url(asked), {**data, "material.identity": pdf()})
    assert browser.post(url(asked), data)["Location"] == f"/apply/{asked.uid}/"
    assert Application.objects.get().version == 3


def test_without_a_notice_there_is_nothing_to_answer(city):
    application = cases.received_case().application
    assert client(application).get(url(application))["Location"] == f"/apply/{application.uid}/"


def test_a_stranger_answers_nothing(asked, stranger):
    assert client_of(stranger).post(url(asked), {"do": "send", "place_name": "清泉"}).status_code == 404

"""The page of one's own case: where it stands, until when, what came of it, and what may be fetched."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client

from applications.actions.explain_overrun import explain_overrun
from applications.actions.withdraw_material import withdraw_material
from applications.documents.kinds import Kind
from applications.models import Application
from hall.clock import freeze, now
from hall.events.worker import drain
from tests.cast import client_of
from tests.factories import cases

pytestmark = pytest.mark.django_db


def page_of(handling):
    client = client_of(handling.application.applicant)
    return client.get(f"/apply/{handling.application.uid}/").content.decode()


def fetched(client: Client, url: str) -> bytes:
    response: Any = client.get(url)
    return b"".join(response.streaming_content)


def test_a_received_case_says_who_holds_it_and_until_when(city):
    handling = cases.received_case()
    page = page_of(handling)
    assert "已收件，待受理" in page
    assert "lamp--green" in page
    assert "受理期限还剩 5 个工作日" in page
    assert "等待受理" in page
    assert "最迟在" in page


def test_each_due_date_explains_itself(city):
    page = page_of(cases.accepted_case())
    assert page.count("这个日期怎么算的") == 2
    assert "承诺期限" in page
    assert "法定期限" in page
    assert "（《民法典》第二百零一条）" in page


def test_the_steps_to_come_are_named(city):
    handling = cases.accepted_case()
    page = page_of(handling)
    assert page.count('class="timeline--next"') == len(handling.application.spec.steps) - 2


def test_silence_of_the_agency_is_acceptance_for_the_next_reader(city):
    handling = cases.received_case()
    with freeze(now() + timedelta(days=20)):
        page = page_of(handling)
    assert "受理机关在期限内没有告知，依法自" in page
    assert "已受理，办理中" in page


def test_a_case_reported_up_is_held_by_the_city(city):
    page = page_of(cases.reported_case())
    assert "重庆市水利局" in page
    assert "上级机关收到全部材料" in page


def test_internal_papers_are_not_the_applicants(city):
    handling = cases.reported_case()
    client = client_of(handling.application.applicant)
    opinion = handling.application.papers.get(kind=Kind.PRELIMINARY_OPINION)
    assert opinion.number not in page_of(handling)
    assert client.get(f"/apply/{handling.application.uid}/papers/{opinion.uid}/").status_code == 404


def test_a_granted_case_shows_the_licence_and_its_way_to_the_register(city):
    handling = cases.delivered_case()
    licence = handling.application.licence
    page = page_of(handling)
    assert "准予行政许可" in page
    assert licence.number in page
    assert "lamp--" not in page


def test_a_denial_says_why_and_names_the_remedies(city):
    handling = cases.decided_case(granted=False)
    page = page_of(handling)
    assert "不符合卫生标准" in page
    assert "六十日内向" in page


def test_a_paper_is_fetched_once_it_is_printed(city):
    handling = cases.received_case()
    client, application = client_of(handling.application.applicant), handling.application
    receipt = application.papers.get(kind=Kind.RECEIPT)
    url = f"/apply/{application.uid}/papers/{receipt.uid}/"
    assert client.get(url).status_code == 404
    drain()
    assert fetched(client, url).startswith(b"%PDF")


def test_an_overrun_promise_is_red_until_its_reason_is_public(city):
    handling = cases.reviewed_case()
    with freeze(now() + timedelta(days=20)):
        assert "lamp--red" in page_of(handling)
        signer = cases.clerk(handling, "signer")
        explain_overrun(handling.uid, signer, seen=cases.seen(handling), reason="因现场核查设备检修延后。")
        page = page_of(handling)
    assert "lamp--amber" in page
    assert "因现场核查设备检修延后。" in page


def test_a_file_taken_out_of_circulation_is_named_and_cannot_be_fetched(city):
    handling = cases.accepted_case()
    material = handling.application.materials.earliest("id")
    window = cases.clerk(handling, "window")
    withdraw_material(handling.uid, window, seen=cases.seen(handling), material=material.uid, reason="疑似涉密内容")
    assert "已停止流转" in page_of(handling)
    client = client_of(handling.application.applicant)
    assert client.get(f"/apply/{handling.application.uid}/materials/{material.uid}/").status_code == 404


def test_another_persons_case_is_as_if_absent(city, stranger):
    handling = cases.received_case()
    drain()
    other, uid = client_of(stranger), handling.application.uid
    paper = handling.application.papers.earliest("id")
    assert other.get(f"/apply/{uid}/").status_code == 404
    assert other.get(f"/apply/{uid}/papers/{paper.uid}/").status_code == 404
    assert other.get("/apply/018f0000-0000-7000-8000-000000000000/").status_code == 404
    assert client_of().get(f"/apply/{uid}/").status_code == 302


def test_a_clerk_does_not_read_the_applicants_page(city):
    handling = cases.received_case()
    assert client_of(cases.clerk(handling, "window")).get(f"/apply/{handling.application.uid}/").status_code == 404


def test_no_cache_keeps_the_page(city):
    handling = cases.received_case()
    client = client_of(handling.application.applicant)
    assert "no-store" in client.get(f"/apply/{handling.application.uid}/")["Cache-Control"]
    assert Application.objects.get().version == 1

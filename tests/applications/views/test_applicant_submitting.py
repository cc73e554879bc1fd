"""Checking and filing: once, whatever is clicked, with everything that is missing told."""

import pytest

from applications.lifecycle import CaseState
from applications.models import Application
from hall.events.worker import drain
from tests.applications.views.filling_in import fill_in, upload_all
from tests.cast import client_of
from tests.factories import cases

pytestmark = pytest.mark.django_db


def check_url(draft):
    return f"/apply/{draft.uid}/check/"


@pytest.fixture
def ready(city) -> Application:
    return cases.draft_case()


@pytest.fixture
def client(company_qingquan):
    return client_of(company_qingquan)


def test_the_whole_way_from_the_guide_to_the_receipt(city, company_qingquan, client):
    client.post(f"/500103/apply/start/{cases.offering().task_code}/")
    draft = Application.objects.get()
    fill_in(client, draft)
    assert upload_all(client, draft)["Location"] == check_url(draft)
    response = client.post(check_url(draft), {"truth": "yes"})
    assert response["Location"] == f"/apply/{draft.uid}/receipt/"
    receipt = client.get(response["Location"]).content.decode()
    filed = Application.objects.get()
    assert len(filed.case_no or "") == 43
    assert filed.query_code in receipt
    assert "最迟在" in receipt


def test_the_number_is_shown_in_groups_that_join_to_the_whole(ready, client):
    client.post(check_url(ready), {"truth": "yes"})
    page = client.get(f"/apply/{ready.uid}/receipt/").content.decode()
    number = page.split('class="confirmation__number">')[1].split("</p>")[0]
    joined = number.replace('<span class="nowrap">', "").replace("</span>", "").replace(" ", "")
    assert joined == Application.objects.get().case_no


def test_the_check_page_shows_every_answer_with_the_way_back(ready, client):
    page = client.get(check_url(ready)).content.decode()
    assert "清泉浴室解放碑店" in page
    assert f'href="/apply/{ready.uid}/form/1/"' in page
    assert "提交后由渝中区卫生健康委员会受理" in page


def test_answers_say_which_agency_will_receive_it(city, company_yunshang):
    draft = cases.draft_case(cases.LABOUR_DISPATCH, by="yunshang", registered_capital="6000000")
    page = client_of(company_yunshang).get(check_url(draft)).content.decode()
    assert "提交后由重庆市人力资源和社会保障局受理" in page


def test_without_the_statement_of_truth_nothing_is_filed(ready, client):
    response = client.post(check_url(ready))
    assert response.status_code == 422
    assert '<a href="#id_truth">请阅读并勾选真实性承诺。</a>' in response.content.decode()
    assert Application.objects.get().state == CaseState.DRAFT


def test_what_is_missing_is_listed_with_the_way_to_it(city, company_qingquan, client):
    client.post(f"/500103/apply/start/{cases.offering().task_code}/")
    draft = Application.objects.get()
    response = client.post(check_url(draft), {"truth": "yes"})
    page = response.content.decode()
    assert response.status_code == 422
    assert f'<a href="/apply/{draft.uid}/form/1/?check=1">场所名称：请填写。</a>' in page
    assert f'<a href="/apply/{draft.uid}/materials/#id_material.identity">' in page


def test_the_way_to_what_is_missing_marks_it(city, company_qingquan, client):
    client.post(f"/500103/apply/start/{cases.offering().task_code}/")
    page = client.get(f"/apply/{Application.objects.get().uid}/form/1/?check=1").content.decode()
    assert 'id="id_place_name_error"' in page


def test_a_double_click_makes_one_case_and_the_same_receipt(ready, client):
    first, second = (client.post(check_url(ready), {"truth": "yes"})["Location"] for _click in range(2))
    assert first == second == f"/apply/{ready.uid}/receipt/"
    assert Application.objects.get().version == 1


def test_a_wrong_answer_kept_in_the_draft_is_read_without_harm(city, company_yunshang):
    draft = cases.draft_case(cases.LABOUR_DISPATCH, by="yunshang", registered_capital="三百万")
    page = client_of(company_yunshang).get(check_url(draft)).content.decode()
    assert "三百万" in page
    assert "请填写数字" in page


def test_papers_not_printed_yet_are_said_to_be_coming_and_appear(ready, client):
    client.post(check_url(ready), {"truth": "yes"})
    assert client.get(f"/apply/{ready.uid}/receipt/").content.decode().count("正在生成") == 2
    drain()
    page = client.get(f"/apply/{ready.uid}/receipt/").content.decode()
    assert "正在生成" not in page
    assert page.count(f"/apply/{ready.uid}/papers/") == 2

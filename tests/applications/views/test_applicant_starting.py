"""Who may begin an application, and where it then lies."""

import pytest

from applications.models import Application
from hall.accounts.demo import build_applicants
from tests.cast import client_of
from tests.factories import cases

pytestmark = pytest.mark.django_db


def start_url(item=cases.PUBLIC_PLACE, hall="500103"):
    return f"/apply/start/{cases.offering(item, hall=hall).task_code}/"


def test_a_stranger_is_asked_to_sign_in_and_comes_back(city):
    response = client_of().get("/500103" + start_url())
    assert response.status_code == 302
    assert response["Location"].startswith("/500103/accounts/sign-in/?next=/500103/apply/start/")


def test_the_first_page_names_what_will_be_needed(city, company_qingquan):
    page = client_of(company_qingquan).get("/500103" + start_url()).content.decode()
    assert "公共场所卫生检测或者评价报告" in page
    assert "个人信息处理告知" in page
    assert not Application.objects.exists()


def test_starting_opens_a_draft_of_this_district(city, company_qingquan):
    response = client_of(company_qingquan).post("/500103" + start_url())
    draft = Application.objects.get()
    assert response["Location"] == f"/500103/apply/{draft.uid}/"
    assert (draft.division_code, draft.hall.code) == ("500103", "500103")


def test_starting_twice_goes_on_with_the_same_draft(city, company_qingquan):
    client = client_of(company_qingquan)
    first, second = (client.post("/500103" + start_url())["Location"] for _turn in range(2))
    assert first == second
    assert "您有没写完的申请" in client.get("/500103" + start_url()).content.decode()


def test_below_the_real_name_level_the_way_to_reach_it_is_shown(city, newcomer_chen):
    response = client_of(newcomer_chen).get("/500103" + start_url())
    assert response.status_code == 422
    page = response.content.decode()
    assert "/500103/accounts/real-name/?level=2&amp;next=%2F500103%2Fapply%2Fstart%2F" in page
    assert "开始填写" not in page


def test_below_the_real_name_level_nothing_begins(city, newcomer_chen):
    assert client_of(newcomer_chen).post("/500103" + start_url()).status_code == 422
    assert not Application.objects.exists()


def test_staff_cannot_apply_with_their_post(city, yz_wj_window):
    response = client_of(yz_wj_window).post("/500103" + start_url())
    assert response.status_code == 403
    assert "不面向您的账号类型" in response.content.decode()


def test_the_city_portal_asks_for_the_district(city, company_yunshang):
    url = start_url(cases.LABOUR_DISPATCH, hall="500000")
    client = client_of(company_yunshang)
    assert "办理区县" in client.get(url).content.decode()
    refused = client.post(url)
    assert refused.status_code == 422
    assert "请选择办理区县" in refused.content.decode()
    client.post(url, {"division": "500101"})
    assert Application.objects.get().division_code == "500101"


def test_another_district_chosen_on_the_city_portal_takes_the_case(city, company_qingquan):
    client_of(company_qingquan).post(start_url(), {"division": "500101"})
    assert Application.objects.get().offering.hall == city.wz


def test_an_address_may_already_name_the_district(city, company_yunshang):
    url = start_url(cases.LABOUR_DISPATCH, hall="500000")
    page = client_of(company_yunshang).get(f"{url}?division=500103").content.decode()
    assert '<option value="500103" selected>' in page


def test_an_unknown_item_is_absent(city, company_qingquan):
    cases.offering()
    assert client_of(company_qingquan).get("/apply/start/1150010300000000004500190143001/").status_code == 404


def test_another_person_never_sees_the_draft(city, stranger):
    draft = cases.draft_case()
    other = client_of(stranger)
    for path in ("", "form/1/", "materials/", "check/", "receipt/", "correction/", "discard/"):
        assert other.get(f"/apply/{draft.uid}/{path}").status_code == 404
    assert other.post(f"/apply/{draft.uid}/discard/").status_code == 404
    assert Application.objects.filter(pk=draft.pk).exists()


def test_a_draft_can_be_thrown_away(city):
    draft = cases.draft_case()
    client = client_of(build_applicants(only=["qingquan"])["qingquan"])
    assert "不能恢复" in client.get(f"/apply/{draft.uid}/discard/").content.decode()
    client.post(f"/apply/{draft.uid}/discard/")
    assert not Application.objects.filter(pk=draft.pk).exists()

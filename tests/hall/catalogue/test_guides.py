"""办事指南: everything that Art. 30 wants published, and the way in."""

import pytest
from django.test import Client
from django.utils.html import escape

from hall.catalogue.models import Offering
from tests.cast import client_of

pytestmark = pytest.mark.usefixtures("catalogue")


def task_code(hall, code):
    return Offering.objects.get(hall=hall, catalog_code=code).task_code


def guide(hall, code, prefix="/500103"):
    response = Client().get(f"{prefix}/items/{task_code(hall, code)}/")
    assert response.status_code == 200
    return response.content.decode()


@pytest.mark.parametrize("code", ["500190143001", "500190047001", "500190048001", "500190100001"])
def test_the_guide_holds_the_eight_things_and_the_way_in(catalogue, code):
    page = guide(catalogue.yz, code)
    version = Offering.objects.filter(catalog_code=code)[0].version
    content = version.content
    for text in [*content["basis"], *content["conditions"], content["quantity"]]:
        assert escape(text) in page
    for step in version.spec.steps_for("district"):
        assert step.title in page
    for material in content["materials"]:
        assert escape(material["name"]) in page
    assert "申请书示范文本" in page
    assert "法定期限" in page
    assert f"/500103/apply/start/{task_code(catalogue.yz, code)}/" in page


def test_the_guide_tells_place_time_contact_supervision_and_remedies(catalogue):
    page = guide(catalogue.yz, "500190143001")
    department = catalogue.departments["yz-wj"]
    for text in [department.address, department.phone, department.supervision_phone, department.reconsideration_organ]:
        assert escape(text) in page


def test_conditions_are_said_in_words(catalogue):
    page = guide(catalogue.yz, "500190143001")
    assert "是否使用集中空调通风系统为“是”时提交" in page
    page = guide(catalogue.cq, "500190048001", prefix="")
    assert "注册资本（元）不少于5,000,000的，由市级办理。" in page


def test_a_two_level_item_shows_both_levels_with_their_periods(catalogue):
    page = guide(catalogue.yz, "500190100001")
    assert "区县审查20个工作日，市级决定20个工作日" in page
    assert "市级水利部门" in page


def test_codes_that_we_made_up_say_so(catalogue):
    assert "自编编码，非国家统一编码" in guide(catalogue.yz, "500190143001")


def test_a_page_has_the_tags_of_a_government_site(catalogue):
    page = guide(catalogue.yz, "500190143001")
    for tag in ["ArticleTitle", "PubDate", "ContentSource", "ColumnName", "SiteName"]:
        assert f'<meta name="{tag}"' in page


def test_a_draft_shows_what_is_known_and_no_way_in(catalogue):
    page = guide(catalogue.yz, "500190096001")
    assert "演示样例，尚未发布，暂不能网上申办" in page
    assert "申请书示范文本：没有示范文本" in page
    assert "/apply/start/" not in page


def test_an_entry_of_another_district_is_shown_in_its_own_hall(catalogue):
    code = task_code(catalogue.wz, "500190143001")
    response = Client().get(f"/500103/items/{code}/")
    assert (response.status_code, response["Location"]) == (302, f"/500101/items/{code}/")
    assert Client().get(response["Location"]).status_code == 200


def test_the_city_shows_entries_of_its_districts_and_a_district_those_of_the_city(catalogue):
    assert "渝中区卫生健康" in guide(catalogue.yz, "500190143001", prefix="")
    assert "重庆市人力资源" in guide(catalogue.cq, "500190048001", prefix="/500103")


def test_the_city_asks_for_the_district_first(catalogue):
    page = Client().get("/items/500190143001/").content.decode()
    for hall in (catalogue.yz, catalogue.wz):
        assert f"/items/{task_code(hall, '500190143001')}/" in page
    assert "/items/500190143001/" in Client().get("/items/?level=district").content.decode()


def test_a_district_goes_straight_to_its_own_entry(catalogue):
    response = Client().get("/500103/items/500190143001/")
    assert response["Location"] == f"/500103/items/{task_code(catalogue.yz, '500190143001')}/"


@pytest.mark.parametrize(
    "address", ["/items/000000000000/", "/items/000000000000000000" + "4" * 13 + "/", "/items/nonsense/"]
)
def test_a_code_that_nobody_offers_is_not_found(address):
    assert Client().get(address).status_code == 404


def test_a_withdrawn_entry_is_not_found(catalogue):
    code = task_code(catalogue.yz, "500190143001")
    Offering.objects.filter(task_code=code).update(withdrawn_on="2026-01-01")
    assert Client().get(f"/500103/items/{code}/").status_code == 404


def test_drafts_with_what_they_lack_are_for_staff(yz_wj_window, applicant_zhang):
    page = client_of(yz_wj_window).get("/items/drafts/")
    assert page.status_code == 200
    assert "申请书示范文本：没有示范文本" in page.content.decode()
    assert client_of(applicant_zhang).get("/items/drafts/").status_code == 403
    assert Client().get("/items/drafts/").status_code == 302

"""Filters, facets with counts, and the words that were found."""

from datetime import date
from html import unescape

import pytest

from tests.cast import client_of
from tests.register.making import entered, of_person
from tracking.register import queries
from tracking.register.actions import restate
from tracking.register.models import RecordKind, RecordStatus
from tracking.register.queries import Wanted

pytestmark = pytest.mark.django_db


def found(hall, **wanted) -> list[str]:
    return [record.document_number for record in queries.page(hall, Wanted(**wanted)).records]


def read(path: str, **asked: str) -> str:
    response = client_of().get(path, asked)
    assert response.status_code == 200
    return unescape(response.content.decode())


@pytest.fixture
def three(city):
    licence = entered(decided_on=date(2026, 11, 3))
    penalty = entered(kind=RecordKind.PENALTY, item_name="无证经营处罚", decided_on=date(2026, 11, 2))
    elsewhere = entered(hall_code="500101", issuer_name="万州区水利局", decided_on=date(2026, 11, 1))
    return licence, penalty, elsewhere


@pytest.mark.parametrize(
    ("wanted", "places"),
    [
        ({"kind": "penalty"}, [1]),
        ({"division": "500101"}, [2]),
        ({"issuer": "万州区水利局"}, [2]),
        ({"issuer": "水利局"}, []),
        ({"item": "无证经营处罚"}, [1]),
        ({"status": "valid"}, [0, 1, 2]),
        ({"status": "revoked"}, []),
        ({"query": "清泉", "kind": "licence", "division": "500103"}, [0]),
        ({"query": "清泉", "kind": "penalty", "division": "500101"}, []),
    ],
)
def test_each_filter_narrows(city, three, wanted, places):
    assert found(city.cq, **wanted) == [three[place].document_number for place in places]


def test_a_district_is_not_left_by_naming_another_one(city, three):
    assert found(city.yz, division="500101") == [three[0].document_number, three[1].document_number]


def test_a_changed_status_is_found_at_once(city, three):
    restate(three[0].uid, status=RecordStatus.REVOKED, valid_to=None)
    assert found(city.cq, status="revoked") == [three[0].document_number]
    assert three[0].document_number not in found(city.cq, status="valid")


def test_facets_count_what_was_found_and_nothing_else(city, three):
    facets = queries.page(city.cq, Wanted(query="清泉")).facets
    assert facets["kind"] == [("licence", 2), ("penalty", 1)]
    assert facets["hall_code"] == [("500103", 2), ("500101", 1)]
    assert dict(queries.page(city.cq, Wanted(query="清泉", kind="penalty")).facets["item_name"]) == {"无证经营处罚": 1}
    assert dict(queries.page(city.yz, Wanted(query="清泉")).facets["hall_code"]) == {"500103": 2}


def test_a_facet_leads_to_as_many_records_as_it_says(city, three):
    answer = client_of().get("/register/", {"q": "清泉"})
    kind = next(facet for facet in answer.context["facets"] if facet.label == "类别")
    for choice in kind.choices:
        narrowed = client_of().get("/register/" + choice.url)
        assert narrowed.context["page"].count == str(choice.count)
        taken = next(facet for facet in narrowed.context["facets"] if facet.label == "类别").chosen
        assert client_of().get("/register/" + taken.url).context["page"].count == "3"


def test_what_was_looked_for_is_marked_in_the_list(city, three):
    page = read("/register/", q="清泉浴")
    assert "重庆<mark>清泉浴</mark>室有限公司" in page
    assert "重庆<mark>清泉浴室</mark>有限公司" in read("/register/", q="qqys")


def test_hostile_words_stay_words(city):
    entered(grantee="重庆<b>清泉</b>公司")
    response = client_of().get("/register/", {"q": "清泉"})
    assert "重庆&lt;b&gt;<mark>清泉</mark>&lt;/b&gt;公司" in response.content.decode()


def test_what_was_decided_is_searched_where_that_is_wanted(city):
    record = entered(content="准予经营沐浴场所，面积三百平方米。")
    assert found(city.cq, query="面积三百") == []
    assert found(city.cq, query="面积三百", in_content=True) == [record.document_number]
    assert "<mark>面积三百</mark>" in read("/register/", q="面积三百", where="content")
    assert "在决定内容中查找" in read("/register/", q="面积三百")


@pytest.mark.parametrize("query", ["许可 清泉", "清泉　浴室", "泉浴 卫健", "許可"])
def test_all_words_are_wanted_in_any_order_and_any_writing(city, query):
    record = entered()
    entered(grantee="重庆云上有限公司", item_name="劳务派遣经营", document_number="万州人社准字第1号")
    assert found(city.cq, query=query) == [record.document_number]


def test_a_question_of_signs_alone_is_told(city):
    entered()
    response = client_of().get("/register/", {"q": "，。——"})
    assert response.status_code == 400
    assert "请输入文字、字母或者数字" in response.content.decode()
    assert client_of().get("/api/v1/records/", {"q": "，。"}).status_code == 400


def test_one_character_finds_beginnings_and_says_so(city):
    record = entered(grantee="云上有限公司")
    entered(grantee="重庆云上有限公司")
    assert found(city.cq, query="云") == [record.document_number]
    assert "一个字只查找以它开头的" in read("/register/", q="云")


def test_an_organisation_is_found_by_initials_and_a_person_is_not(city):
    company, person = entered(), of_person(document_number="个许准字第1号")
    assert found(city.cq, query="cqqqys") == [company.document_number]
    assert found(city.cq, query="CQQQ") == [company.document_number]
    assert found(city.cq, query="z") == []
    assert "\nz" not in "\n" + person.search_text


def test_a_penalty_speaks_of_a_decision_and_not_of_a_licence(city, three):
    page = read(f"/register/{three[1].uid}/")
    assert "处罚内容" in page
    assert "许可内容" not in page
    assert "许可内容" in read(f"/register/{three[0].uid}/")


@pytest.mark.parametrize("asked", [{}, {"decided_from": "2026-01-01"}, {"q": "12"}])
def test_what_no_piece_of_the_index_tells_has_facets_all_the_same(city, three, asked):
    entered(document_number="渝12号")
    told = client_of().get("/api/v1/records/", asked).json()
    assert int(told["count"]) == len(told["results"])
    assert sum(one["count"] for one in told["facets"] if one["field"] == "kind") == len(told["results"])


def test_few_are_ranked_though_no_piece_tells_them(city):
    entered(document_number="渝12号")
    assert client_of().get("/api/v1/records/", {"q": "12", "order": "best"}).json()["best_first"]


def test_a_department_with_a_number_in_its_name_is_found(city):
    entered(issuer_name="重庆市第21中学")
    assert client_of().get("/api/v1/records/", {"department": "第21中学"}).json()["count"] == "1"


def test_one_character_of_a_department_is_too_little(city):
    told = client_of().get("/api/v1/records/", {"department": "龘"})
    assert (told.status_code, told.json()["errors"][0]["detail"]) == (400, "请输入两个以上的字。")


def test_a_penalty_is_no_permit_to_machines(city):
    page = read(f"/register/{entered(kind=RecordKind.PENALTY, valid_from=None, valid_to=None).uid}/")
    assert "GovernmentPermit" not in page
    assert "以许可证件为准" not in page

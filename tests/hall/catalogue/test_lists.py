"""我要办: what a hall shows, by word, door, theme and department, page by page."""

import pytest
from django.test import Client

from hall.catalogue.models import Offering
from hall.catalogue.paging import page_of
from hall.catalogue.queries import department_counts, offerings_for, topic_counts

pytestmark = pytest.mark.usefixtures("catalogue")
HYGIENE, DISPATCH = "公共场所卫生许可", "劳务派遣经营许可（“告知承诺”制）"


def names(found):
    return [one.name for one in page_of(found, size=500).entries]


def test_a_district_shows_its_own_entries_and_the_city_its_own(catalogue):
    assert HYGIENE in names(offerings_for(catalogue.yz))
    assert HYGIENE not in names(offerings_for(catalogue.cq))
    assert set(offerings_for(catalogue.yz).values_list("hall__code", flat=True)) == {"500103"}


def test_the_city_shows_each_item_of_the_districts_once(catalogue):
    shown = names(offerings_for(catalogue.cq, level="district"))
    assert shown.count(HYGIENE) == 1
    assert len(shown) == len(set(shown))


def test_a_district_shows_the_entries_of_the_city_beside_its_own(catalogue):
    assert set(offerings_for(catalogue.yz, level="city").values_list("hall__code", flat=True)) == {"500000"}


def test_published_entries_come_first(catalogue):
    published = [one.published for one in page_of(offerings_for(catalogue.yz), size=500).entries]
    assert published == sorted(published, reverse=True)
    assert published[0]


@pytest.mark.parametrize("q", ["卫生许可", "渝中区卫生", "500190143001", "公共场所 卫生健康", "Hygiene"])
def test_words_of_the_name_the_department_or_the_code_find_an_item(catalogue, q):
    assert HYGIENE in names(offerings_for(catalogue.yz, q=q))


def test_a_word_of_another_hall_finds_nothing_here(catalogue):
    assert names(offerings_for(catalogue.yz, q="万州区")) == []


def test_doors_themes_and_departments_narrow_the_list(catalogue):
    assert DISPATCH in names(offerings_for(catalogue.yz, audience="organisation", topic="人力资源"))
    assert DISPATCH not in names(offerings_for(catalogue.yz, audience="person"))
    uscc = catalogue.departments["yz-rs"].uscc
    assert names(offerings_for(catalogue.yz, department=uscc)) == names(
        offerings_for(catalogue.yz, department="人力资源社会保障")
    )


def test_themes_and_departments_are_counted(catalogue):
    found = offerings_for(catalogue.yz)
    assert department_counts(found)["水利"] == found.filter(department_kind="水利").count() > 1
    assert topic_counts(found)["医疗卫生"] == found.filter(topics__contains=["医疗卫生"]).count() > 1


def test_pages_follow_each_other_without_a_gap_and_lead_back(catalogue):
    found = offerings_for(catalogue.yz)
    forward, cursor = [], ""
    while True:
        page = page_of(found, after=cursor, size=7)
        forward.append(page)
        if not page.older:
            break
        cursor = page.older
    assert [one for page in forward for one in page.entries] == page_of(found, size=500).entries
    backward = forward[-1]
    for expected in reversed(forward[:-1]):
        backward = page_of(found, before=backward.newer, size=7)
        assert backward.entries == expected.entries
    assert not backward.newer


@pytest.mark.parametrize("cursor", ["x", "1", "2500190001001", "\0", "1abc"])
def test_a_cursor_that_cannot_be_read_is_the_beginning(catalogue, cursor):
    found = offerings_for(catalogue.yz)
    assert page_of(found, after=cursor).entries == page_of(found).entries
    assert page_of(found, before=cursor).entries == page_of(found).entries


@pytest.mark.parametrize(
    "query",
    [
        "",
        "?q=卫生许可",
        "?audience=person",
        "?topic=医疗卫生",
        "?level=district",
        "?level=city",
        "?after=x",
        "?q=%00",
        "?department=水利",
    ],
)
@pytest.mark.parametrize("hall", ["", "/500103"])
def test_the_page_answers_every_wish(hall, query):
    assert Client().get(f"{hall}/items/{query}").status_code == 200


def test_a_draft_says_that_it_cannot_be_filed_yet():
    page = Client().get("/500103/items/?q=饮用水供水单位卫生许可").content.decode()
    assert "演示样例，尚未发布，暂不能网上申办" in page


def test_without_the_demo_drafts_are_not_shown(settings, catalogue):
    settings.HALL_DEMO = False
    assert set(offerings_for(catalogue.yz).values_list("published", flat=True)) == {True}
    draft = Offering.objects.filter(published=False, hall=catalogue.yz)[0]
    assert Client().get(f"/500103/items/{draft.task_code}/").status_code == 404


def test_nothing_found_says_so_and_offers_a_way_on():
    page = Client().get("/500103/items/?q=不存在的事项名").content.decode()
    assert "没有找到符合条件的事项" in page


def test_what_was_typed_is_shown_as_text():
    page = Client().get("/items/?q=<script>alert(1)</script>").content.decode()
    assert "<script>alert" not in page


def test_the_list_costs_the_same_few_statements_on_every_page(django_assert_max_num_queries):
    client = Client()
    client.get("/500103/items/")
    with django_assert_max_num_queries(14):
        client.get("/500103/items/")

"""The catalogue over the API."""

import pytest
from django.test import Client

from hall.catalogue.models import Offering

pytestmark = pytest.mark.usefixtures("catalogue")


def test_the_list_holds_what_the_hall_publishes_and_no_draft():
    rows = Client().get("/500103/api/v1/items/").json()["results"]
    offered = Offering.objects.filter(hall__code="500103", withdrawn_on=None)
    published = set(offered.filter(published=True).values_list("catalog_code", flat=True))
    assert {row["catalog_code"] for row in rows} == published >= {"500190047001", "500190143001", "500190149001"}
    assert offered.filter(published=False).exists()
    assert {row["hall"] for row in rows} == {"500103"}


def test_the_list_answers_the_same_wishes_as_the_page():
    rows = Client().get("/500103/api/v1/items/", {"q": "卫生许可", "audience": "person"}).json()["results"]
    names = [row["name"] for row in rows]
    assert "公共场所卫生许可" in names
    # That one serves organisations only.
    assert not [name for name in names if "集中式供水" in name]


def test_one_entry_comes_with_the_content_of_its_version(catalogue):
    entry = Offering.objects.get(hall=catalogue.yz, catalog_code="500190100001")
    found = Client().get(f"/500103/api/v1/items/{entry.task_code}/").json()
    assert found["content"] == entry.version.content
    assert (found["promise"], found["can_be_filed"]) == ("15个工作日", True)


def test_a_draft_and_an_unknown_code_are_problems_of_the_same_kind(catalogue):
    draft = Offering.objects.filter(hall=catalogue.yz, published=False)[0]
    for code in (draft.task_code, "nonsense"):
        response = Client().get(f"/500103/api/v1/items/{code}/")
        assert (response.status_code, response["Content-Type"]) == (404, "application/problem+json")


def test_it_is_read_only():
    assert Client().post("/api/v1/items/", {}).status_code in {403, 405}

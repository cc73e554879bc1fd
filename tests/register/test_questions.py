"""Results are found without an account by number, licence or organisation; how much one address may ask is bounded."""

import pytest

from tests.cast import client_of
from tests.register.making import entered, of_person
from tracking.register import questions
from tracking.register.queries import Wanted
from tracking.register.questions import cost_of

pytestmark = pytest.mark.django_db


def found(query: str) -> list[str]:
    page = client_of().get("/api/v1/records/", {"q": query})
    return [row["uid"] for row in page.json()["results"]]


def test_a_result_is_found_by_document_by_licence_and_by_the_name_of_an_organisation(city):
    record = entered(licence_name="卫生许可证", licence_number="渝中卫证字500103000042")
    for query in (record.document_number, record.licence_number, "清泉浴室", record.grantee_code):
        assert found(query) == [str(record.uid)]


def test_nobody_finds_a_person_by_the_full_name_or_by_initials(city):
    of_person()
    assert found("张小满") == []
    assert found("zxm") == []
    assert client_of().get("/register/suggestions/", {"q": "张"}).content.decode().strip() == ""


@pytest.mark.parametrize(
    ("wanted", "cost"),
    [
        (Wanted(), 0),
        (Wanted(kind="licence"), 0),
        (Wanted(query="清泉"), 1),
        (Wanted(query="清泉 浴室", department="卫生"), 3),
        (Wanted(query="清泉 浴室", in_content=True), 6),
        (Wanted(query="清泉 浴室", in_content=True, best_first=True), 12),
    ],
)
def test_what_costs_more_to_find_takes_more(wanted, cost):
    assert cost_of(wanted) == cost


def test_who_asked_too_much_waits_on_page_suggestions_and_api_alike_and_others_do_not(city, monkeypatch):
    monkeypatch.setattr(questions, "ALLOWED", 2)
    entered()

    def get(path: str, address: str = "10.1.1.1"):
        return client_of().get(path, REMOTE_ADDR=address)

    assert get("/register/?q=清泉+浴室").status_code == 200
    for path in ("/register/?q=清泉", "/register/suggestions/?q=清", "/api/v1/records/?q=清泉"):
        refused = get(path)
        assert refused.status_code == 429, path
        assert int(refused["Retry-After"]) > 0
        assert refused["Cache-Control"] == "no-store" or "public" not in refused["Cache-Control"]
    for free in ("/register/", "/register/?kind=licence", "/api/v1/records/"):
        assert get(free).status_code == 200
    assert get("/register/?q=清泉", "10.1.1.2").status_code == 200

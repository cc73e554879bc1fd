"""When something goes wrong the reader gets a page of the hall, never a bare line."""

import pytest
from django.test import Client

from hall.portal.views.errors import server_error
from tests.cast import City


def test_an_absent_page_says_how_to_go_on(city: City, client: Client) -> None:
    answer = client.get("/no-such-page/")
    assert answer.status_code == 404
    assert 'href="/sitemap/"' in answer.content.decode()


def test_an_absent_page_stays_in_its_hall(city: City, client: Client) -> None:
    text = client.get("/500103/no-such-page/").content.decode()
    assert city.yz.name in text
    assert 'href="/500103/sitemap/"' in text


def test_a_form_over_the_limit_is_too_large(city: City, client: Client, settings) -> None:
    settings.DATA_UPLOAD_MAX_MEMORY_SIZE = 10
    answer = client.post("/preferences/", "view=elder&next=/help/", content_type="application/x-www-form-urlencoded")
    assert answer.status_code == 413
    assert "提交的内容太大" in answer.content.decode()


def test_too_many_fields_are_too_large(city: City, client: Client, settings) -> None:
    settings.DATA_UPLOAD_MAX_NUMBER_FIELDS = 1
    assert client.post("/preferences/", {"view": "elder", "next": "/"}).status_code == 413


def test_a_page_left_open_too_long_is_told_so(city: City) -> None:
    answer = Client(enforce_csrf_checks=True).post("/help/", {"opinion": "写了很久的话"})
    assert answer.status_code == 403
    assert "页面停留过久" in answer.content.decode()
    assert "写了很久的话" in answer.content.decode()


def test_an_unknown_host_is_refused(city: City, client: Client) -> None:
    assert client.get("/", HTTP_HOST="elsewhere.example").status_code == 400


@pytest.fixture
def broken(monkeypatch: pytest.MonkeyPatch) -> Client:
    def fail() -> None:
        raise RuntimeError("broken on purpose")

    monkeypatch.setattr("hall.portal.views.pages.places", fail)
    return Client(raise_request_exception=False)


def test_a_failure_of_ours_is_a_calm_page(city: City, broken: Client) -> None:
    answer = broken.get("/sitemap/")
    assert answer.status_code == 500
    text = answer.content.decode()
    assert "系统暂时无法提供服务" in text
    assert "broken on purpose" not in text


def test_a_failure_of_ours_keeps_the_reading_preferences(city: City, broken: Client) -> None:
    broken.post("/preferences/", {"view": "elder"})
    assert 'data-view="elder"' in broken.get("/sitemap/").content.decode()


def test_the_page_of_a_failure_asks_nothing_of_the_database(db, django_assert_num_queries, rf) -> None:
    with django_assert_num_queries(0):
        assert server_error(rf.get("/")).status_code == 500

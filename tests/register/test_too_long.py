"""A search that takes too long is given up, and the reader is told that nothing was found out."""

import pytest
from django.db import connection

from hall.textsearch import SearchTooLong
from hall.textsearch.postgres import statements
from hall.textsearch.postgres.conditions import Condition
from tests.cast import client_of
from tests.register.making import entered

pytestmark = pytest.mark.django_db


@pytest.fixture
def slow(city, settings, monkeypatch):
    entered()
    settings.HALL_SEARCH_SECONDS = 0.05
    monkeypatch.setattr(statements, "read", lambda *_asked, **_how: Condition().add("pg_sleep(5) IS NOT NULL"))


@pytest.mark.parametrize("path", ["/register/", "/register/suggestions/"])
def test_a_page_says_so_and_is_kept_by_nobody(slow, path):
    page = client_of().get(path, {"q": "清泉"})
    assert page.status_code == 503
    assert "这次查询用时过长，已经停止，不是没有查到。" in page.content.decode()
    assert page["Cache-Control"] == "no-store"


def test_the_api_says_so(slow):
    told = client_of().get("/api/v1/records/", {"q": "清泉"})
    assert (told.status_code, told.json()["code"]) == (503, "search_too_long")


def test_the_limit_ends_with_the_search(city, settings):
    settings.HALL_SEARCH_SECONDS = 0.05
    with pytest.raises(SearchTooLong), statements.by("index") as cursor:
        cursor.execute("SELECT pg_sleep(5)")
    with connection.cursor() as cursor:
        cursor.execute("SHOW statement_timeout")
        assert cursor.fetchone()[0] == "0"

"""A search that takes too long is given up, and the reader is told that nothing was found out."""

import pytest
from django.db import connection

from hall.textsearch import Asked, SearchTooLong
from hall.textsearch.postgres import PostgresSearch, backend, statements
from hall.textsearch.postgres.conditions import Condition
from hall.textsearch.postgres.planning import Plan
from hall.textsearch.postgres.timing import left, one_search
from tests.cast import client_of
from tests.register.making import entered
from tracking.register.searching import REGISTER

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


def _takes(seconds):
    def statement(*_asked, **_how):
        with statements.by("index") as cursor:
            cursor.execute("SELECT pg_sleep(%s)", [seconds])

    return statement


def test_the_limit_is_of_the_whole_search(city, settings, monkeypatch):
    settings.HALL_SEARCH_SECONDS = 0.5
    for walked_or_paged in ("walk", "page"):
        monkeypatch.setattr(statements, walked_or_paged, _takes(0.35))
    monkeypatch.setattr(backend, "surely_capped", lambda *_asked: True)
    monkeypatch.setattr(backend, "planned", lambda *_asked: Plan((), None, at_least=100_000))
    with pytest.raises(SearchTooLong):
        PostgresSearch().find(REGISTER, Asked())


def test_what_is_left_is_given_to_the_next_statement(settings, monkeypatch):
    settings.HALL_SEARCH_SECONDS = 10
    clock = [100.0]
    monkeypatch.setattr("time.monotonic", lambda: clock[0])
    with one_search():
        clock[0] += 4
        assert (left(), left(share=0.5)) == (6000, 3000)
        clock[0] += 6
        with pytest.raises(SearchTooLong):
            left()
    assert left() == 10_000


def test_no_limit_is_zero(slow, settings):
    settings.HALL_SEARCH_SECONDS = 0
    with one_search():
        assert left() == 0

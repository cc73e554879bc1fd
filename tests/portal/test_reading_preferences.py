"""Reading preferences: a form that posts, a cookie, every page, no script."""

import pytest
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st

from hall.portal.preferences import CHOICES, COOKIE, Reading, reading_from
from tests.cast import City

ADDRESS = "/preferences/"


def test_elder_view_is_kept_and_shown_on_the_next_page(city: City, client: Client) -> None:
    client.post(ADDRESS, {"view": "elder", "next": "/help/"})
    assert 'data-view="elder"' in client.get("/help/").content.decode()


def test_a_reader_comes_back_to_the_same_page(city: City, client: Client) -> None:
    answer = client.post(ADDRESS, {"size": "large", "next": "/500103/help/?a=1"})
    assert answer["Location"] == "/500103/help/?a=1"


@pytest.mark.parametrize("address", ["https://elsewhere.example/", "//elsewhere.example", "javascript:alert(1)", ""])
def test_no_address_leads_to_another_site(city: City, client: Client, address: str) -> None:
    assert client.post(ADDRESS, {"size": "large", "next": address})["Location"] == "/"


def test_one_wish_leaves_the_others_as_they_were(city: City, client: Client) -> None:
    client.post(ADDRESS, {"contrast": "high"})
    client.post(ADDRESS, {"size": "largest"})
    assert reading_from(client.cookies[COOKIE].value) == Reading(size="largest", contrast="high")


def test_reset_returns_to_the_standard_view(city: City, client: Client) -> None:
    client.post(ADDRESS, {"view": "elder", "size": "largest"})
    client.post(ADDRESS, {"reset": "1"})
    assert reading_from(client.cookies[COOKIE].value) == Reading()


def test_an_unknown_wish_changes_nothing(city: City, client: Client) -> None:
    client.post(ADDRESS, {"view": "<script>"})
    assert reading_from(client.cookies[COOKIE].value) == Reading()


def test_preferences_are_not_read_by_get(city: City, client: Client) -> None:
    assert client.get(ADDRESS).status_code == 405


def test_a_reader_without_cookies_of_ours_may_still_post(city: City) -> None:
    assert Client(enforce_csrf_checks=True).post(ADDRESS, {"view": "elder"}).status_code == 302


def test_the_language_of_the_pages_can_be_chosen(city: City, client: Client) -> None:
    client.post(ADDRESS, {"language": "en", "next": "/help/"})
    assert '<html lang="en"' in client.get("/help/").content.decode()


def test_an_unknown_language_is_not_remembered(city: City, client: Client) -> None:
    client.post(ADDRESS, {"language": "tlh"})
    assert "django_language" not in client.cookies


@given(st.text())
def test_any_cookie_reads_as_known_choices(cookie: str) -> None:
    reading = reading_from(cookie)
    assert all(getattr(reading, name) in dict(options) for name, options in CHOICES.items())


@given(st.fixed_dictionaries({name: st.sampled_from([v for v, _label in opts]) for name, opts in CHOICES.items()}))
def test_a_cookie_says_what_was_chosen(chosen: dict[str, str]) -> None:
    reading = Reading(**chosen)
    assert reading_from(reading.as_cookie()) == reading

"""A first path segment of six digits chooses the hall, and every link stays inside it."""

import pytest
from django.urls import get_script_prefix, reverse

from hall.organisations.addresses import path_prefix, split_path
from hall.organisations.queries import hall_by_code
from hall.organisations.requests import hall_of
from tests.cast import client_of

pytestmark = pytest.mark.usefixtures("city")


def hall_seen_at(address):
    return hall_of(client_of().get(address).wsgi_request).code


def test_without_a_prefix_the_city_hall_answers():
    assert hall_seen_at("/accounts/sign-in/") == "500000"


def test_a_prefix_chooses_the_hall_of_that_division():
    assert hall_seen_at("/500103/accounts/sign-in/") == "500103"
    assert hall_seen_at("/500101/accounts/sign-in/") == "500101"


def test_the_city_hall_answers_under_its_own_code_too():
    assert hall_seen_at("/500000/accounts/sign-in/") == "500000"


def test_links_stay_inside_the_hall():
    page = client_of().get("/500103/accounts/sign-in/").content.decode()
    assert 'href="/500103/accounts/sign-up/"' in page
    assert 'href="/accounts/sign-up/"' not in page


def test_static_files_do_not_move_with_the_hall():
    page = client_of().get("/500103/accounts/sign-in/").content.decode()
    assert 'href="/static/' in page
    assert "/500103/static/" not in page


def test_the_prefix_of_one_request_does_not_reach_the_next():
    client_of().get("/500103/accounts/sign-in/")
    assert get_script_prefix() == "/"
    assert reverse("accounts:sign_in") == "/accounts/sign-in/"


def test_a_page_that_needs_a_sign_in_asks_for_it_inside_the_hall():
    answer = client_of().get("/500103/accounts/profile/")
    assert answer.headers["Location"] == "/500103/accounts/sign-in/?next=/500103/accounts/profile/"


def test_the_bare_code_is_the_home_page_of_the_hall():
    assert client_of().get("/500103").status_code == 200
    assert hall_seen_at("/500103/") == "500103"


def test_a_code_without_a_hall_is_not_found_and_says_why():
    answer = client_of().get("/123456/accounts/sign-in/")
    assert answer.status_code == 404
    assert "没有这个大厅" in answer.content.decode()


def test_an_ended_division_says_which_hall_serves_it_now():
    answer = client_of().get("/500105/items/")
    page = answer.content.decode()
    assert answer.status_code == 404
    assert "江北区已于" in page
    assert "两江新区网上行政审批大厅" in page
    assert 'href="/500157/"' in page


def test_a_division_that_has_no_hall_yet_is_an_unknown_code_and_invents_none():
    assert client_of().get("/500112/").status_code == 404


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("/500103/items/", ("500103", "/items/")),
        ("/500103", ("500103", "/")),
        ("/items/500103/", ("", "/items/500103/")),
        ("/5001031/items/", ("", "/5001031/items/")),
        ("/50010/", ("", "/50010/")),
        ("/５００１０３/", ("", "/５００１０３/")),
        ("/", ("", "/")),
    ],
)
def test_only_six_plain_digits_in_front_are_a_hall(path, expected):
    assert split_path(path) == expected


def test_the_address_of_a_hall_leads_to_it():
    for code in ("500000", "500103"):
        assert hall_seen_at(path_prefix(hall_by_code(code))) == code

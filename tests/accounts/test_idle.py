"""A session ends when it rests too long or lasts too long."""

from datetime import datetime, timedelta

import pytest

from hall.clock import SHANGHAI, freeze
from tests.cast import client_of

pytestmark = pytest.mark.usefixtures("city")

NINE = datetime(2026, 11, 24, 9, 0, tzinfo=SHANGHAI)
PAGE = "/500103/accounts/profile/"


def at(minutes, deed):
    with freeze(NINE + timedelta(minutes=minutes)):
        return deed()


def ended(answer):
    return answer.status_code == 302 and "/accounts/sign-in/" in answer.headers["Location"]


@pytest.mark.parametrize(("who", "limit"), [("yz_wj_window", 15), ("applicant_zhang", 30)])
def test_a_session_rests_as_long_as_its_kind_of_user_may(who, limit, request):
    client = client_of(request.getfixturevalue(who))
    assert at(0, lambda: client.get(PAGE)).status_code == 200
    assert at(limit - 1, lambda: client.get(PAGE)).status_code == 200
    assert at(2 * limit - 2, lambda: client.get(PAGE)).status_code == 200
    assert ended(at(3 * limit - 1, lambda: client.get(PAGE)))


def test_no_session_lasts_beyond_eight_hours_however_busy(yz_wj_window):
    client = client_of(yz_wj_window)
    for minutes in range(0, 8 * 60, 10):
        assert at(minutes, lambda: client.get(PAGE)).status_code == 200
    answer = at(8 * 60, lambda: client.get(PAGE))
    assert ended(answer)
    assert "ended=too_long" in answer.headers["Location"]


def test_whoever_was_signed_out_is_told_why_and_that_drafts_are_kept_and_can_go_on(applicant_zhang):
    client = client_of(applicant_zhang)
    at(0, lambda: client.get(PAGE))
    answer = at(40, lambda: client.get(f"{PAGE}?a=1"))
    assert "next=%2F500103%2Faccounts%2Fprofile%2F%3Fa%3D1" in answer.headers["Location"]
    page = at(40, lambda: client.get(answer.headers["Location"])).content.decode()
    assert "已保存的草稿还在" in page


def test_the_old_session_is_gone_for_good(applicant_zhang):
    client = client_of(applicant_zhang)
    at(0, lambda: client.get(PAGE))
    cookie = client.cookies["sessionid"].value
    at(40, lambda: client.get(PAGE))
    client.cookies["sessionid"] = cookie
    assert ended(at(41, lambda: client.get(PAGE)))
    assert "ended" not in at(41, lambda: client.get(PAGE)).headers["Location"]


def test_a_form_sent_too_late_returns_to_the_page_on_which_it_stood(applicant_zhang):
    client = client_of(applicant_zhang)
    at(0, lambda: client.get(PAGE))
    answer = at(
        40, lambda: client.post("/500103/accounts/profile/contact/", headers={"referer": f"http://testserver{PAGE}"})
    )
    assert "next=%2F500103%2Faccounts%2Fprofile%2F&" in answer.headers["Location"]


def test_a_form_from_another_site_is_not_returned_to(applicant_zhang):
    client = client_of(applicant_zhang)
    at(0, lambda: client.get(PAGE))
    answer = at(40, lambda: client.post(PAGE, headers={"referer": "https://evil.example/trap"}))
    assert "trap" not in answer.headers["Location"]


def test_a_part_of_a_page_moves_the_whole_page(applicant_zhang):
    client = client_of(applicant_zhang)
    at(0, lambda: client.get(PAGE))
    answer = at(40, lambda: client.get(PAGE, headers={"hx-request": "true"}))
    assert answer.status_code == 204
    assert "/accounts/sign-in/" in answer.headers["HX-Redirect"]


def test_a_visitor_without_an_account_is_never_sent_anywhere():
    client = client_of()
    assert at(0, lambda: client.get("/accounts/sign-in/")).status_code == 200
    assert at(999, lambda: client.get("/accounts/sign-in/")).status_code == 200

"""A member of staff with an initial or aged password reaches nothing but the page that changes it."""

from datetime import timedelta

import pytest

from hall.accounts.demo import DEMO_PASSWORD
from hall.clock import now
from tests.cast import client_of

pytestmark = pytest.mark.usefixtures("city")

PASSWORD = "/500103/accounts/password/"
CHANGE = {"old_password": DEMO_PASSWORD, "new_password1": "Xinmima-2027", "new_password2": "Xinmima-2027"}


@pytest.fixture
def fresh_clerk(yz_wj_window):
    yz_wj_window.password_is_initial = True
    yz_wj_window.save()
    return yz_wj_window


@pytest.mark.parametrize("page", ["/500103/accounts/profile/", "/500103/", "/500103/accounts/real-name/"])
def test_every_page_leads_to_the_change(fresh_clerk, page):
    answer = client_of(fresh_clerk).get(page)
    assert answer.status_code == 302
    assert answer.headers["Location"] == PASSWORD


def test_the_page_says_why_and_the_way_out_is_open(fresh_clerk):
    client = client_of(fresh_clerk)
    assert "初始密码" in client.get(PASSWORD).content.decode()
    assert client.post("/accounts/sign-out/").headers["Location"] == "/"


def test_after_the_change_everything_is_open_again_without_a_new_sign_in(fresh_clerk):
    client = client_of(fresh_clerk)
    assert client.post(PASSWORD, CHANGE).headers["Location"] == "/500103/accounts/profile/"
    assert client.get("/500103/accounts/profile/").status_code == 200


def test_ninety_days_close_the_pages_too(yz_wj_window):
    yz_wj_window.password_never_ages = False
    yz_wj_window.password_set_at = now() - timedelta(days=90)
    yz_wj_window.save()
    assert client_of(yz_wj_window).get("/500103/accounts/profile/").headers["Location"] == PASSWORD


def test_demo_staff_are_let_through(yz_wj_window):
    assert client_of(yz_wj_window).get("/500103/accounts/profile/").status_code == 200

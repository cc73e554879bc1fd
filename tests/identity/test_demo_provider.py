"""The demonstration adapter raises a level, says what it is, and is absent from a real installation."""

import pytest

from hall.accounts.models import RealNameLevel, User
from tests.cast import client_of

pytestmark = pytest.mark.usefixtures("city")

PAGE = "/500103/identity/demo/"


def level_of(user):
    return User.objects.get(pk=user.pk).real_name_level


def test_the_page_says_plainly_that_it_checks_nothing(newcomer_chen):
    page = client_of(newcomer_chen).get(PAGE).content.decode()
    assert "这是演示用的认证" in page
    assert "不核验您的姓名、证件和手机" in page


def test_looking_raises_nothing_and_confirming_raises_to_the_middle_level(newcomer_chen):
    client = client_of(newcomer_chen)
    client.get(PAGE)
    assert level_of(newcomer_chen) == RealNameLevel.NONE
    answer = client.post(PAGE, {"next": "/500103/items/"})
    assert answer.headers["Location"] == "/500103/items/"
    assert level_of(newcomer_chen) == RealNameLevel.SECOND


def test_confirming_twice_is_as_good_as_once(newcomer_chen):
    client = client_of(newcomer_chen)
    assert client.post(PAGE).status_code == client.post(PAGE).status_code == 302
    assert level_of(newcomer_chen) == RealNameLevel.SECOND


def test_nobody_is_sent_to_another_site(newcomer_chen):
    answer = client_of(newcomer_chen).post(PAGE, {"next": "https://evil.example/"})
    assert answer.headers["Location"] == "/500103/accounts/profile/"


def test_a_visitor_is_asked_to_sign_in():
    assert client_of().post(PAGE).headers["Location"].startswith("/500103/accounts/sign-in/")


@pytest.mark.parametrize("change", [{"HALL_DEMO": False}, {"HALL_IDENTITY_PROVIDERS": []}])
def test_outside_a_demonstration_there_is_no_such_page(newcomer_chen, settings, change):
    for name, value in change.items():
        setattr(settings, name, value)
    assert client_of(newcomer_chen).get(PAGE).status_code == 404
    assert client_of(newcomer_chen).post(PAGE).status_code == 404
    assert level_of(newcomer_chen) == RealNameLevel.NONE


def test_outside_a_demonstration_the_real_name_page_does_not_offer_it(newcomer_chen, settings):
    settings.HALL_DEMO = False
    assert "演示认证" not in client_of(newcomer_chen).get("/accounts/real-name/").content.decode()


def test_it_does_not_serve_staff(yz_wj_window):
    client = client_of(yz_wj_window)
    assert "identity/demo" not in client.get("/accounts/real-name/").content.decode()
    assert client.post(PAGE).status_code == 403
    assert level_of(yz_wj_window) == RealNameLevel.NONE

"""The main navigation: where one is, and no door to a room that is not installed."""

import re

from django.test import Client

from hall.accounts.models import User
from tests.cast import City, client_of


def current(client: Client, address: str) -> list[str]:
    text = client.get(address).content.decode()
    nav = text[text.index('class="mainnav"') : text.index("</nav>", text.index('class="mainnav"'))]
    return re.findall(r'aria-current="page">([^<]+)<', nav)


def test_home_is_marked_on_the_home_page(city: City, client: Client) -> None:
    assert current(client, "/") == ["首页"]


def test_home_is_not_marked_elsewhere(city: City, client: Client) -> None:
    assert current(client, "/help/") == []


def test_my_space_is_marked_under_a_hall_prefix(applicant_zhang: User, city: City) -> None:
    assert current(client_of(applicant_zhang), "/500103/space/") == ["我的空间"]


def test_a_room_that_is_not_installed_has_no_door(city: City, client: Client, settings) -> None:
    settings.HALL_NAVIGATION = [("首页", "portal:home"), ("没有的", "nowhere:home")]
    assert "没有的" not in client.get("/help/").content.decode()


def test_staff_see_their_bar(yz_wj_window: User, settings) -> None:
    settings.HALL_STAFF_NAVIGATION = [("规范", "portal:styleguide")]
    assert 'class="staffnav"' in client_of(yz_wj_window).get("/help/").content.decode()


def test_applicants_see_no_staff_bar(applicant_zhang: User, city: City, settings) -> None:
    settings.HALL_STAFF_NAVIGATION = [("规范", "portal:styleguide")]
    assert 'class="staffnav"' not in client_of(applicant_zhang).get("/help/").content.decode()


def test_links_stay_inside_the_hall(city: City, client: Client) -> None:
    assert 'href="/500103/help/"' in client.get("/500103/").content.decode()


def test_my_space_asks_to_sign_in(city: City, client: Client) -> None:
    assert client.get("/space/")["Location"].startswith("/accounts/")

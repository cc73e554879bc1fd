"""Staff begin where they have work, and are shown no door that is shut to them."""

import pytest
from django.test import Client

from hall.accounts.demo import DEMO_PASSWORD
from hall.accounts.models import User
from hall.accounts.rooms import rooms_of
from tests.cast import client_of

ROOMS = {
    "yz-wj-window": "/desk/",
    "yz-wj-signer": "/desk/",
    "yz-discloser": "/disclosure/",
    "yz-secrecy": "/disclosure/",
    "yz-complaints": "/complaints/desk/",
    "cq-supervisor": "/desk/",
}


@pytest.mark.parametrize(("username", "room"), ROOMS.items())
def test_staff_begin_in_a_room_that_lets_them_in(staff: dict[str, User], username: str, room: str) -> None:
    entered = Client().post("/accounts/sign-in/", {"username": username, "password": DEMO_PASSWORD})
    assert entered["Location"] == room
    assert client_of(staff[username]).get(room, follow=True).status_code == 200


def test_only_open_rooms_are_shown(staff: dict[str, User]) -> None:
    assert [name for _label, name in rooms_of(staff["yz-wj-window"])] == ["desk:cases"]


def test_a_room_without_duties_is_open_to_all_staff(staff: dict[str, User], settings) -> None:
    settings.HALL_STAFF_NAVIGATION = [("规范", "portal:styleguide")]
    assert rooms_of(staff["cq-supervisor"]) == [("规范", "portal:styleguide")]


def test_applicants_have_no_room_of_staff(applicant_zhang: User) -> None:
    assert rooms_of(applicant_zhang) == []

"""我的消息 as its reader sees it."""

import pytest

from hall.accounts.models import User
from hall.notifications.actions import notify
from hall.notifications.kinds import Kind
from hall.notifications.models import Message
from hall.uids import uid7
from tests.cast import client_of

pytestmark = pytest.mark.django_db
MOVED = Kind("tests.moved", "期限调整")


@pytest.fixture
def told(city, applicant_zhang: User) -> Message:
    notify(
        applicant_zhang, MOVED, "承诺期限改为3月12日。", key="k", hall=city.yz, route="apply:case", subject_uid=uid7()
    )
    return Message.objects.get()


def test_the_list_shows_the_message_its_hall_and_the_way_to_the_case(told, applicant_zhang):
    page = client_of(applicant_zhang).get("/messages/")
    text = page.content.decode()
    assert "承诺期限改为3月12日。" in text
    assert "1 条未读" in text
    assert f'href="{told.link}"' in text
    assert "no-store" in page["Cache-Control"]


def test_looking_marks_nothing_and_the_button_does(told, applicant_zhang):
    browser = client_of(applicant_zhang)
    browser.get("/messages/")
    assert Message.objects.get().read_at is None
    assert browser.get(f"/messages/{told.uid}/read/").status_code == 405
    assert browser.post(f"/messages/{told.uid}/read/").status_code == 302
    assert Message.objects.get().read_at
    assert "没有未读消息" in browser.get("/messages/").content.decode()


def test_all_that_is_shown_can_be_marked_at_once(told, applicant_zhang):
    browser = client_of(applicant_zhang)
    assert browser.post("/messages/read/", {"until": str(told.uid)}).status_code == 302
    assert browser.post("/messages/read/", {"until": "no uid"}).status_code == 400
    assert Message.objects.get().read_at


def test_my_space_counts_what_is_unread_and_leads_there(told, applicant_zhang):
    text = client_of(applicant_zhang).get("/space/").content.decode()
    assert "1 条未读" in text
    assert 'href="/messages/"' in text


def test_who_was_told_nothing_has_an_empty_list_and_no_panel(told, applicant_li):
    browser = client_of(applicant_li)
    assert "还没有消息" in browser.get("/messages/").content.decode()
    assert "我的消息" not in browser.get("/space/").content.decode()


def test_a_stranger_reads_and_marks_nothing_of_mine(told, applicant_li):
    browser = client_of(applicant_li)
    assert "承诺期限" not in browser.get("/messages/").content.decode()
    assert browser.post(f"/messages/{told.uid}/read/").status_code == 404


def test_a_torn_cursor_is_told_so(told, applicant_zhang):
    assert client_of(applicant_zhang).get("/messages/?after=3").status_code == 400

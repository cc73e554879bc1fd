"""Telling somebody once, in the deed's own transaction, and over the channels that are configured."""

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from hall.accounts.models import User
from hall.errors import Invalid, NotFound
from hall.events.models import Letter
from hall.events.worker import drain
from hall.notifications.actions import mark_all_read, mark_read, notify
from hall.notifications.channels import Channel
from hall.notifications.kinds import Kind, label_of
from hall.notifications.models import Message
from hall.notifications.queries import page_of, unread
from hall.uids import uid7
from tests.cast import City

pytestmark = pytest.mark.django_db

MOVED = Kind("tests.moved", "期限调整")
carried: list[tuple[str, str, str]] = []


class Paging(Channel):
    """Knows everybody who left a phone, and fails once when asked to."""

    name = "paging"
    broken = False

    def reaches(self, recipient: User) -> bool:
        return bool(recipient.phone)

    def carry(self, message: Message, key: str) -> None:
        if Paging.broken:
            Paging.broken = False
            raise OSError("no line")
        carried.append((message.recipient.username, message.text, key))


@pytest.fixture
def paging(settings):
    carried.clear()
    settings.HALL_CHANNELS = [f"{Paging.__module__}.Paging"]


def tell(user: User, city: City, key: str = "one", **more) -> None:
    notify(user, MOVED, "承诺期限改为3月12日。", key=key, hall=city.yz, **more)


def test_a_message_says_what_happened_and_where_to_look(city, applicant_zhang):
    case = uid7()
    tell(applicant_zhang, city, route="apply:case", subject_uid=case)
    (message,) = page_of(applicant_zhang).messages
    assert (message.label, message.text, message.hall) == ("期限调整", "承诺期限改为3月12日。", city.yz)
    assert message.link == f"/500103/apply/{case}/"


def test_a_route_whose_room_is_not_installed_leads_nowhere(city, applicant_zhang):
    tell(applicant_zhang, city, route="nowhere:at_all")
    assert page_of(applicant_zhang).messages[0].link == ""


def test_a_kind_that_was_removed_has_no_words():
    assert label_of("tests.long_gone") == ""


def test_a_deed_that_is_tried_again_tells_once(city, applicant_zhang):
    tell(applicant_zhang, city)
    tell(applicant_zhang, city)
    assert Message.objects.count() == 1


def test_one_fact_is_told_to_each_of_several_people(city, applicant_zhang, applicant_li):
    for user in (applicant_zhang, applicant_li):
        tell(user, city)
    assert Message.objects.count() == 2


def test_what_is_told_lies_sealed_in_the_database(city, applicant_zhang):
    tell(applicant_zhang, city)
    with connection.cursor() as cursor:
        cursor.execute("SELECT text FROM notifications_message")
        assert "承诺期限" not in cursor.fetchone()[0]


@pytest.mark.django_db(transaction=True)
def test_a_deed_that_fails_has_told_nobody(city, applicant_zhang):
    with transaction.atomic():
        tell(applicant_zhang, city)
        transaction.set_rollback(True)
    assert Message.objects.count() == 0
    with pytest.raises(RuntimeError):
        tell(applicant_zhang, city)


def test_without_a_channel_nothing_leaves_the_hall(city, applicant_zhang):
    tell(applicant_zhang, city)
    assert not Letter.objects.exists()


def test_a_channel_carries_it_once_under_its_key(city, applicant_zhang, paging):
    tell(applicant_zhang, city)
    tell(applicant_zhang, city)
    drain()
    key = f"paging:one:{applicant_zhang.uid}"
    assert carried == [("zhangxiaoman", "承诺期限改为3月12日。", key)]


def test_a_channel_that_is_down_is_tried_again(city, applicant_zhang, paging):
    Paging.broken = True
    tell(applicant_zhang, city)
    drain()
    assert carried == []
    Letter.objects.update(due_at=Letter.objects.get().due_at.replace(year=2000))
    drain()
    assert len(carried) == 1


def test_whom_a_channel_does_not_reach_reads_it_here(city, applicant_zhang, paging):
    applicant_zhang.phone = ""
    tell(applicant_zhang, city)
    assert Message.objects.count() == 1
    assert not Letter.objects.exists()


def test_a_channel_that_is_configured_no_longer_owes_nothing(city, applicant_zhang, paging, settings):
    tell(applicant_zhang, city)
    settings.HALL_CHANNELS = []
    drain()
    assert carried == []
    assert Letter.objects.get().done_at


def test_the_first_reading_counts(city, applicant_zhang):
    tell(applicant_zhang, city)
    message = Message.objects.get()
    assert unread(applicant_zhang) == "1"
    mark_read(applicant_zhang, message.uid)
    first = Message.objects.get().read_at
    mark_read(applicant_zhang, message.uid)
    assert Message.objects.get().read_at == first
    assert unread(applicant_zhang) == ""


def test_somebody_elses_message_is_as_if_absent(city, applicant_zhang, applicant_li):
    tell(applicant_zhang, city)
    message = Message.objects.get()
    with pytest.raises(NotFound):
        mark_read(applicant_li, message.uid)
    with pytest.raises(Invalid):
        mark_all_read(applicant_li, until=str(message.uid))
    assert page_of(applicant_li, after=message.uid).messages == []
    assert Message.objects.filter(read_at=None).count() == 1


def test_marking_all_leaves_unread_what_came_in_meanwhile(city, applicant_zhang):
    for number in range(3):
        tell(applicant_zhang, city, key=f"n{number}")
    seen = page_of(applicant_zhang).messages[0].uid
    tell(applicant_zhang, city, key="later")
    mark_all_read(applicant_zhang, until=str(seen))
    assert unread(applicant_zhang) == "1"


def test_pages_follow_each_other_without_losing_or_repeating_one(city, applicant_zhang):
    for number in range(7):
        tell(applicant_zhang, city, key=f"n{number}")
    first = page_of(applicant_zhang, size=3)
    second = page_of(applicant_zhang, after=first.older, size=3)
    third = page_of(applicant_zhang, after=second.older, size=3)
    told = [one.pk for page in (first, second, third) for one in page.messages]
    assert told == sorted(told, reverse=True)
    assert len(set(told)) == 7
    assert third.older is None


def test_a_page_costs_the_same_however_many_there_are(city, applicant_zhang):
    for number in range(30):
        tell(applicant_zhang, city, key=f"n{number}")
    with CaptureQueriesContext(connection) as queries:
        page_of(applicant_zhang, size=5)
    assert len(queries) == 1


def test_more_than_nobody_counts_is_shown_as_more(city, applicant_zhang, monkeypatch):
    monkeypatch.setattr("hall.notifications.queries.MOST_COUNTED", 2)
    for number in range(3):
        tell(applicant_zhang, city, key=f"n{number}")
    assert unread(applicant_zhang) == "2+"

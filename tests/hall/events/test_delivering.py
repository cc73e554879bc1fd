"""A reaction runs exactly once, a letter at least once, and one failure holds nobody else up."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import timedelta

import pytest
from django.db import IntegrityError, connection, transaction

from hall.clock import freeze, now
from hall.events import announcements, outbox, worker
from hall.events.announcements import Announcement, label_of, on, publish
from hall.events.models import Delivery, Event, Letter
from hall.uids import uid7


@dataclass(frozen=True)
class Happened(Announcement):
    label = "发生了"
    count: int = 0


@pytest.fixture
def reactions():
    """A registry of its own, so that no test hears another's reactions."""
    before = dict(announcements._reactions)
    yield
    announcements._reactions.clear()
    announcements._reactions.update(before)


def announce(subject_uid=None):
    with transaction.atomic():
        return publish(
            Happened(count=1), subject_uid=subject_uid or uid7(), version=1, hall_code="500000", actor=None
        )


pytestmark = pytest.mark.django_db


def test_an_announcement_outside_a_transaction_is_refused():
    connection.in_atomic_block, was = False, connection.in_atomic_block
    try:
        with pytest.raises(RuntimeError):
            publish(Happened(), subject_uid=uid7(), version=1, hall_code="500000", actor=None)
    finally:
        connection.in_atomic_block = was


def test_a_fact_is_told_in_chinese():
    assert label_of(announce().kind) == "发生了"


def test_one_version_of_a_subject_has_one_fact():
    subject = uid7()
    announce(subject_uid=subject)
    with pytest.raises(IntegrityError), transaction.atomic():
        announce(subject_uid=subject)


def test_a_reaction_hears_the_event_once(reactions):
    heard: list[Event] = []
    on(Happened)(heard.append)
    event = announce()
    worker.drain()
    worker.drain()
    assert heard == [event]


def test_a_failing_reaction_is_tried_again_later_and_leaves_no_trace_of_the_try(reactions):
    tries = []

    @on(Happened)
    def stumble(event):
        tries.append(event.pk)
        Letter.objects.create(kind="half", key="half")
        if len(tries) == 1:
            raise ValueError("not yet")

    announce()
    worker.drain()
    waiting = Delivery.objects.get(done_at=None)
    assert (waiting.attempts, waiting.problem) == (1, "ValueError: not yet")
    assert not Letter.objects.filter(kind="half").exists()
    with freeze(now() + timedelta(seconds=5)):
        worker.drain()
    assert Letter.objects.filter(kind="half").count() == 1
    assert not Delivery.objects.filter(done_at=None).exists()


def test_a_failing_letter_does_not_hold_up_the_next_one():
    carried = []

    @outbox.carries("test-letter")
    def carry(payload):
        if payload["broken"]:
            raise OSError("printer is down")
        carried.append(payload)

    with transaction.atomic():
        outbox.send("test-letter", key="a", payload={"broken": True})
        outbox.send("test-letter", key="b", payload={"broken": False})
    worker.drain()
    assert carried == [{"broken": False}]
    assert Letter.objects.get(key="a").problem == "OSError: printer is down"


def test_the_same_letter_sent_twice_is_one_letter():
    with transaction.atomic():
        outbox.send("test-letter", key="same", payload={"broken": False})
        outbox.send("test-letter", key="same", payload={"broken": False})
    assert Letter.objects.filter(key="same").count() == 1


def test_what_was_rolled_back_was_never_said(reactions):
    on(Happened)(lambda event: None)
    with transaction.atomic():
        announce()
        transaction.set_rollback(True)
    assert not Event.objects.exists()
    assert not Delivery.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_workers_at_the_same_time_share_the_rows_without_doing_one_twice(reactions):
    heard: list[int] = []
    on(Happened)(lambda event: heard.append(event.pk))
    events = [announce() for _ in range(30)]

    def work(_):
        try:
            return worker.drain()
        finally:
            connection.close()

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(work, range(4)))
    assert sorted(heard) == sorted(event.pk for event in events)

"""The broker under fire: many declare the queue and ring at once, and it may be away; no deed ever waits for it."""

import time
from collections.abc import Iterator
from functools import partial

import pytest
from celery import Celery, current_app
from django.conf import settings
from django.db import connection

from hall import env
from hall.events.bell import DRAIN
from hall.events.bell import _ring as ring
from tests.applications.actions.test_races import together

RINGING = 12


def rung(celery: Celery) -> None:
    """What a process of its own does: a connection, the queue declared, a ring."""
    with celery.connection_for_write() as broker:
        celery.send_task(DRAIN, connection=broker, retry=False)


@pytest.fixture
def of_this_database() -> Iterator[Celery]:
    app = ringing_at(env.broker_url(connection.settings_dict))
    yield app
    app.close()
    with connection.cursor() as cursor:
        cursor.execute("SELECT pgmq.purge_queue('celery')")


def ringing_at(broker: str) -> Celery:
    app = Celery("ringing", broker=broker, set_as_current=False)
    app.conf.broker_transport_options = settings.CELERY_BROKER_TRANSPORT_OPTIONS
    return app


@pytest.mark.django_db(transaction=True)
def test_many_processes_declare_the_queue_and_ring_at_once(of_this_database):
    outcomes = together([partial(rung, of_this_database)] * RINGING)
    assert [one for one in outcomes if one is not None] == []
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM pgmq.q_celery")
        assert cursor.fetchone() == (RINGING,)


@pytest.mark.django_db(transaction=True)
def test_declaring_the_queue_leaves_its_triggers_alone(of_this_database):
    """A trigger made anew for each connection locks the table against everybody who rings (and deadlocks)."""
    rung(of_this_database)
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM pg_trigger WHERE tgrelid = 'pgmq.q_celery'::regclass")
        assert cursor.fetchone() == (0,)


def test_nobody_waits_long_for_a_broker_that_is_away(tmp_path, caplog):
    usual = current_app._get_current_object()
    away = ringing_at(f"pgmq://hall@{str(tmp_path).replace('/', '%2F')}:5432/hall")
    away.set_current()
    try:
        began = time.monotonic()
        ring()
        assert time.monotonic() - began < 5
    finally:
        usual.set_current()
        away.close()
    assert "the worker could not be rung" in caplog.text

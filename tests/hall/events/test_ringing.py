"""The bell rings once a transaction, after the commit, by a name that the worker knows."""

import pytest
from celery import current_app
from django.db import transaction

from hall.events import bell

pytestmark = pytest.mark.django_db(transaction=True)


def test_it_rings_once_however_often_it_is_asked(silent_bell):
    with transaction.atomic():
        bell.ring_on_commit()
        assert silent_bell == []
    assert silent_bell == ["ring"]


def test_what_is_rolled_back_rings_nobody(silent_bell):
    with transaction.atomic():
        bell.ring_on_commit()
        transaction.set_rollback(True)
    assert silent_bell == []


def test_the_worker_knows_the_task_that_is_rung():
    current_app.loader.import_default_modules()
    assert bell.DRAIN in current_app.tasks

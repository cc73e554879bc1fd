"""Waking the worker. Celery only rings: what is owed lies in rows, so a lost ring costs seconds, never work."""

import logging

from celery import current_app
from django.db import connection, transaction

logger = logging.getLogger(__name__)

DRAIN = "hall.events.tasks.drain"


def ring_on_commit() -> None:
    """Ring once after the running transaction commits, however often it is asked."""
    if all(hook[1] is not _ring for hook in connection.run_on_commit):
        transaction.on_commit(_ring, robust=True)


def _ring() -> None:
    try:
        # By name: the task's module knows the worker, which knows whoever rings.
        current_app.send_task(DRAIN, retry=False)
    except Exception:
        # The broker may be away; the beat sweeps what is due.
        logger.warning("the worker could not be rung", exc_info=True)

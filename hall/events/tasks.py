"""The bell that Celery rings."""

from celery import shared_task

from hall.events import worker
from hall.events.bell import DRAIN


@shared_task(name=DRAIN)
def drain() -> int:
    """Do what is due; safe to run twice and beside another."""
    return worker.drain()

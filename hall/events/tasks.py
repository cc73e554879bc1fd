"""The bell that Celery rings."""

from celery import shared_task

from hall.events import worker


@shared_task(name="hall.events.tasks.drain")
def drain() -> int:
    """Do what is due; safe to run twice and beside another."""
    return worker.drain()

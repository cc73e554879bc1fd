"""Housekeeping that beat rings."""

from celery import shared_task

from hall.throttling import spending


@shared_task(name="hall.throttling.tasks.forget_closed")
def forget_closed() -> int:
    """Safe to run twice and beside another."""
    return spending.forget_closed()

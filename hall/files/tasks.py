"""Housekeeping that beat rings."""

from celery import shared_task

from hall.files import leftovers


@shared_task(name="hall.files.tasks.clear_quarantine")
def clear_quarantine() -> int:
    """Safe to run twice and beside another."""
    return leftovers.clear_quarantine()

"""What Celery rings for the cases."""

from celery import shared_task

from applications.actions.licences_due import settle_licences
from applications.actions.settling import settle_due


@shared_task(name="applications.tasks.settle_due")
def settle() -> int:
    """Settle what the law has decided meanwhile, of cases and of licences; safe to run twice."""
    return settle_due() + settle_licences()

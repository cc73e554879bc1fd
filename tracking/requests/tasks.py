"""What Celery rings for the requests."""

from celery import shared_task

from tracking.requests.actions.settle import settle_all


@shared_task(name="tracking.requests.tasks.settle_due")
def settle_due() -> int:
    """Settle what has fallen due by itself; safe to run twice."""
    return settle_all()

"""What Celery rings for the disclosures."""

from celery import shared_task

from tracking.disclosure.actions.tell_late import tell_all_late


@shared_task(name="tracking.disclosure.tasks.tell_late")
def tell_late() -> int:
    """Tell supervision what was not published in time; safe to run twice."""
    return tell_all_late()

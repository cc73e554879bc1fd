"""What Celery rings for the complaints."""

from celery import shared_task

from complaints.grievances.actions.tell_late import tell_all_late


@shared_task(name="complaints.grievances.tasks.tell_late")
def tell_late() -> int:
    """Tell supervision which complaints are late; safe to run twice."""
    return tell_all_late()

"""What Celery rings for the credit files."""

from celery import shared_task

from tracking.creditfile.actions import judging, sending


@shared_task(name="tracking.creditfile.tasks.send")
def send() -> int:
    """Send what waits; safe to run twice."""
    return sending.send_all()


@shared_task(name="tracking.creditfile.tasks.check_again")
def check_again() -> int:
    """Once a day, what had faults is checked again, so many of each hall."""
    return judging.check_again()

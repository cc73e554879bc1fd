"""What Celery rings for the open data."""

from celery import shared_task

from tracking.opendata.actions.making import make_files as make


@shared_task(name="tracking.opendata.tasks.make_files")
def make_files() -> int:
    """Make the files of the days and months that are over; safe to run twice."""
    return make()

"""What Celery rings for the open data."""

from celery import shared_task

from hall.organisations.models import Hall
from tracking.opendata import crawling
from tracking.opendata.actions import revoking
from tracking.opendata.actions.making import make_files as make


@shared_task(name="tracking.opendata.tasks.make_files")
def make_files() -> int:
    """Make the files of the days and months that are over; safe to run twice."""
    return make()


@shared_task(name="tracking.opendata.tasks.begin_parts")
def begin_parts() -> int:
    """Begin another part of a site map where the last one is full; safe to run twice."""
    return crawling.begin_parts(list(Hall.objects.all()))


@shared_task(name="tracking.opendata.tasks.publish_list")
def publish_list() -> None:
    """Publish the revocation list anew; of two at once the later one counts."""
    revoking.publish_list()

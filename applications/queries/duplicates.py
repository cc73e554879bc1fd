"""Duplicates: the same applicant asks for the same item in the same division while an earlier case is still open."""

from django.db.models import QuerySet

from applications.lifecycle import UNDECIDED
from applications.models import OPEN, Application, Handling, Room


def earlier_open(application: Application) -> QuerySet[Application]:
    """Undecided cases that were received before this one, the earliest first."""
    same = Application.objects.filter(
        applicant=application.applicant_id,
        offering__item=application.offering.item_id,
        division_code=application.division_code,
        state__in=UNDECIDED,
    ).exclude(pk=application.pk)
    if application.received_at:
        same = same.filter(received_at__lt=application.received_at)
    return same.order_by("received_at")


def keepable(handling: Handling) -> list[Application]:
    """Into which cases this one may be merged: earlier ones at the same department. Most cases ask nothing."""
    application = handling.application
    if not application.has_been_in(Room.DUPLICATE):
        return []
    here = Handling.objects.filter(department=handling.department_id, state__in=OPEN)
    return list(earlier_open(application).filter(handlings__in=here).distinct())

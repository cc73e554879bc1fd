"""Receiving a package (行政许可法 Art. 35, 42): the upper handling opens from it, and its own clock begins that day."""

from datetime import date
from uuid import UUID

from django.conf import settings

from applications.actions.charging import charge
from applications.actions.clocks import rebuild_dues
from applications.actions.locking import locked
from applications.actions.stepping import begin
from applications.events import ReportReceived
from applications.lifecycle import EARLY_ENDS, HandlingState
from applications.models import Application, Handling, Package, Room
from hall.accounts.deeds import announce
from hall.clock import now, today


def receive_report(package_uid: UUID) -> Handling | None:
    """Open the upper handling; a package delivered twice opens one. The exchange inbox calls this as well.

    None when the case ended on the way: nothing is left to decide.
    """
    found = Package.objects.select_related("application").get(uid=package_uid)
    with locked(found.application.uid) as application:
        package = Package.objects.select_related("sent_to__hall", "opened_as").get(uid=package_uid)
        if package.opened_as:
            return package.opened_as
        if application.state in EARLY_ENDS:
            return None
        upper = next(step for step in application.spec.steps if step.level == "city")
        handling = Handling(
            application=application,
            hall=package.sent_to.hall,
            department=package.sent_to,
            level=upper.level,
            current_step=upper.name,
            clock_from=_begins(application),
            # Intake was done below: the upper part begins in examination.
            state=HandlingState.EXAMINING,
        )
        handling.save()
        begin(handling, upper)
        package.opened_as, package.received_at = handling, now()
        package.save()
        rebuild_dues(application, handling)
        announce(application, ReportReceived(handling=handling.uid), by=None)
        charge(handling, by=None)
        return handling


def _begins(application: Application) -> date:
    """Whether a package that came back and was sent again begins a new period is the deployment's to say."""
    if settings.HALL_RETURN_RENEWS or not application.has_been_in(Room.RETURN):
        return today()
    first = Package.objects.filter(application=application).exclude(opened_as=None).order_by("id").first()
    assert first
    assert first.opened_as
    assert first.opened_as.clock_from
    return first.opened_as.clock_from

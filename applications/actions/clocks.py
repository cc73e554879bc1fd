"""Writing the derived due columns: called whenever a fact changed on which a clock depends."""

from datetime import date

from applications import deadlines
from applications.lifecycle import CaseState, HandlingState
from applications.models import Application, Handling
from applications.queries.dues import receipt_day
from applications.queries.moments import next_moment
from hall.clock import local_date
from hall.workdays.calendars import calendar_for


def rebuild_dues(application: Application, handling: Handling) -> None:
    """Derive every due date of the case and of this handling from their facts; saves the handling only."""
    calendar = calendar_for(handling.hall.code)
    _intake(application)
    promise = deadlines.period(application.accepted_on, application.spec.promise, calendar)
    statutory = deadlines.period(handling.clock_from, application.spec.statutory_for(handling.level), calendar)
    application.promise_due = promise.due if promise else None
    handling.statutory_due = statutory.due if statutory else None
    handling.desk_due = _earliest(application, handling)
    application.settle_at = next_moment(application)
    handling.save()


def _intake(application: Application) -> None:
    """T1 runs while an application is received; it restarts when a supplement arrives (domain.md §1.3)."""
    if application.state != CaseState.RECEIVED:
        application.intake_due = None
        return
    application.intake_due = deadlines.intake_due(receipt_day(application), calendar_for(application.hall.code)).due


def _earliest(application: Application, handling: Handling) -> date | None:
    """The next day that counts at this desk: none once nothing is left to do here."""
    if application.state == CaseState.CORRECTING:
        return application.corrections.filter(supplied_at=None).values_list("due", flat=True).first()
    if handling.is_open:
        running = [application.intake_due, application.promise_due, handling.statutory_due]
        return min((day for day in running if day), default=None)
    if handling.state == HandlingState.CONCLUDED and application.state == CaseState.DECIDED:
        assert application.decided_at is not None
        return deadlines.deliver_by(local_date(application.decided_at), calendar_for(handling.hall.code)).due
    return None

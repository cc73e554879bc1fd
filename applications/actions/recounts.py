"""Each due column of a case, derived again from its facts: one function a room, in the order in which they depend.

A room that keeps a due column of its own adds its function here and what it is called to
``applications.queries.derived``.
"""

from collections.abc import Callable
from datetime import date

from applications import deadlines
from applications.actions.clocks import rebuild_dues, rewatch
from applications.actions.errands import count_errand
from applications.actions.promises import count_tolerance
from applications.lifecycle import CaseState
from applications.models import OPEN, Application, Commitment, Inquiry, Role, Room
from applications.models.moved_due import DueClock
from applications.queries.moments import next_moment
from applications.queries.promises import commitments_of, outstanding
from applications.queries.told_dues import correction_calendar, told_calendar
from hall.clock import local_date
from hall.workdays.arithmetic import Calendar, Limit
from hall.workdays.calendars import calendar_for


def _recount_handlings(application: Application) -> None:
    for handling in application.handlings.select_related("hall", "department").filter(state__in=OPEN):
        handling.application = application
        rebuild_dues(application, handling)


def _recount_delivery(application: Application) -> None:
    """T8 goes on after the decision, when no limit of the decision itself runs any more."""
    if application.state != CaseState.DECIDED or application.decided_at is None:
        return
    for handling in application.handlings.select_related("hall").exclude(state__in=OPEN).exclude(desk_due=None):
        calendar = calendar_for(handling.hall.code)
        handling.desk_due = deadlines.deliver_by(local_date(application.decided_at), calendar).due
        handling.save(update_fields=["desk_due"])
        if handling.role == Role.LEAD:
            handling.application = application
            rewatch(application, handling, calendar)


def _recount_correction(application: Application) -> None:
    if application.state != CaseState.CORRECTING or not application.has_been_in(Room.CORRECTION):
        return
    calendar, limit = calendar_for(application.hall.code), application.spec.correction
    for correction in application.corrections.filter(supplied_at=None):
        by = correction_calendar(application, correction, calendar)
        correction.due = deadlines.correction_due(local_date(correction.noticed_at), limit, by).due
        correction.save(update_fields=["due"])


def _recount_errands(application: Application) -> None:
    for errand in application.errands.filter(done_at=None).select_related("department__hall"):
        count_errand(errand)
        errand.save(update_fields=["due"])


def _recount_tolerances(application: Application) -> None:
    for tolerance in outstanding(application):
        tolerance.application = application
        count_tolerance(tolerance, hall_code=application.hall.code)
        tolerance.save(update_fields=["due"])


def _recount_orders(application: Application) -> None:
    if not application.has_been_in(Room.SUPERVISION):
        return
    for order in application.supervision_orders.filter(answered_at=None).select_related("handling__hall"):
        calendar = calendar_for(order.handling.hall.code)
        order.due = deadlines.period_of(local_date(order.made_at), Limit(order.days, "working"), calendar).due
        order.save(update_fields=["due"])


def _recount_inquiries(application: Application) -> None:
    if not application.has_been_in(Room.INQUIRY):
        return
    for inquiry in application.inquiries.filter(ended_at=None).select_related("handling__hall"):
        inquiry.due = _inquiry_due(application, inquiry)
        inquiry.save(update_fields=["due"])


def _inquiry_due(application: Application, inquiry: Inquiry) -> date:
    asked, limit = local_date(inquiry.asked_at), Limit(inquiry.days, "working")
    code = inquiry.handling.hall.code
    return _told_due(application, DueClock.INQUIRY, inquiry, asked, limit, code)


def _recount_rectifications(application: Application) -> None:
    """What was ordered to be mended after a promise was found broken."""
    for promise in commitments_of(application):
        if promise.rectify_days and promise.verified_at and promise.rectified_at is None:
            ordered, limit = local_date(promise.verified_at), Limit(promise.rectify_days, "working")
            code = application.hall.code
            promise.rectify_due = _told_due(application, DueClock.RECTIFICATION, promise, ordered, limit, code)
            promise.save(update_fields=["rectify_due"])


def _told_due(
    application: Application, clock: DueClock, row: Inquiry | Commitment, start: date, limit: Limit, code: str
) -> date:
    def count(calendar: Calendar) -> date:
        return deadlines.period_of(start, limit, calendar).due

    return count(told_calendar(application, clock, row.uid, calendar_for(code), count))


def _settle_when_due(application: Application) -> None:
    application.settle_at = next_moment(application)


# Corrections come first: while one runs, its date is the desk's.
RECOUNTS: tuple[Callable[[Application], None], ...] = (
    _recount_correction,
    _recount_handlings,
    _recount_delivery,
    _recount_errands,
    _recount_orders,
    _recount_tolerances,
    _recount_inquiries,
    _recount_rectifications,
    _settle_when_due,
)

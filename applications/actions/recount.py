"""Counting again: when a calendar changes, every open clock is derived anew, once, with old and new on the trail.

domain.md §11 (3): the agency's statutory date is always the recomputed one; a date that the applicant was told moves
earlier only while it still lies ahead. Nothing else is decided here: deleting every due column and recounting gives
the same dates.
"""

from collections.abc import Callable
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from applications import deadlines
from applications.actions.clocks import rebuild_dues
from applications.actions.errands import count_errand
from applications.actions.promises import count_tolerance
from applications.actions.telling_moves import note_kept, tell_moves
from applications.lifecycle import CaseState
from applications.models import OPEN, Application, Room
from applications.models.moved_due import DueClock
from applications.queries.derived import Derived, derived_dates
from applications.queries.moments import next_moment
from applications.queries.promises import outstanding
from applications.queries.told_dues import correction_calendar
from hall.audit.trail import record
from hall.clock import local_date, today
from hall.errors import NotFound
from hall.workdays.calendars import calendar_for
from hall.workdays.periods import Limit
from hall.workdays.recounting import Move

# What the applicant has to act by, or was promised; the statutory limit binds the agency whatever was told.
_STANDS_WHEN_TOLD = {DueClock.PROMISE, DueClock.CORRECTION, DueClock.TOLERANCE}


@transaction.atomic
def recount(uid: UUID) -> list[Move]:
    """Derive the due dates of one case again under its lock; tells which moved. Safe to run twice."""
    held = Application.objects.select_for_update(of=("self",)).select_related("hall", "offering", "item_version")
    application = held.filter(uid=uid).first()
    if application is None:
        raise NotFound(_("没有找到这个办件。"))
    before, version = derived_dates(application), application.calendar_version
    derive(application)
    taken = [one for one in _changed(before, derived_dates(application)) if _may_not_be_taken(*one)]
    if taken and version:
        note_kept(application, taken, version)
        derive(application)
    application.save()
    moved = _changed(before, derived_dates(application))
    if moved:
        changes = {new.name: f"{old.day} → {new.day}" for old, new in moved}
        record("recount", actor=None, hall_code=application.hall.code, subject_uid=uid, changes=changes)
        tell_moves(application, moved, version)
    return [_move(application, old, new) for old, new in moved]


def derive(application: Application) -> None:
    """Every due date that may still move; the caller holds the lock and saves the case."""
    for count in RECOUNTS:
        count(application)


def _changed(before: dict[str, Derived], after: dict[str, Derived]) -> list[tuple[Derived, Derived]]:
    return [(before[name], new) for name, new in after.items() if name in before and before[name].day != new.day]


def _may_not_be_taken(old: Derived, new: Derived) -> bool:
    """Told, and by the new calendar over today or before: nobody could act by it any more."""
    if new.clock not in _STANDS_WHEN_TOLD or old.day is None or new.day is None:
        return False
    return new.day < old.day and new.day <= today()


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


def _settle_when_due(application: Application) -> None:
    application.settle_at = next_moment(application)


def _move(application: Application, old: Derived, new: Derived) -> Move:
    return Move(
        subject_uid=application.uid,
        hall_code=application.hall.code,
        number=application.case_no or "",
        title=application.offering.name,
        clock=new.label,
        before=old.day,
        after=new.day,
    )


# Corrections come first: while one runs, its date is the desk's.
RECOUNTS: tuple[Callable[[Application], None], ...] = (
    _recount_correction,
    _recount_handlings,
    _recount_delivery,
    _recount_errands,
    _recount_orders,
    _recount_tolerances,
    _settle_when_due,
)

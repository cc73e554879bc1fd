"""Counting again: when a calendar changes, every open clock is derived anew, once, with old and new on the trail.

domain.md §11 (3): the agency's statutory date is always the recomputed one; a date that the applicant was told moves
earlier only while it still lies ahead. Nothing else is decided here: deleting every due column and recounting gives
the same dates.
"""

from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from applications.actions.recounts import RECOUNTS
from applications.actions.telling_moves import note_kept, tell_moves
from applications.models import Application, Room
from applications.models.moved_due import DueClock
from applications.queries.derived import Derived, derived_dates
from hall.audit.trail import record
from hall.clock import today
from hall.errors import NotFound
from hall.workdays.calendars import supposing, supposition_of
from hall.workdays.recounting import Move

# What the applicant has to act by, or was promised; the statutory limit binds the agency whatever was told.
_BINDS_WHATEVER_WAS_TOLD = {DueClock.INTAKE, DueClock.STATUTORY, DueClock.DELIVERY}


@transaction.atomic
def recount(uid: UUID) -> list[Move]:
    """Derive the due dates of one case again under its lock; tells which moved. Safe to run twice."""
    held = Application.objects.select_for_update(of=("self",)).select_related("hall", "offering", "item_version")
    application = held.filter(uid=uid).first()
    if application is None:
        raise NotFound(_("没有找到这个办件。"))
    version = application.calendar_version
    before = _as_told(application, version)
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


def _as_told(application: Application, version: str) -> dict[str, Derived]:
    """The dates before: columns as they stand, and what is counted anew each time by the calendar of then."""
    counted_anew = application.has_been_in(Room.HEARING) or application.has_been_in(Room.PARTIES)
    older = supposition_of(version) if counted_anew else None
    if older is None:
        return derived_dates(application)
    with supposing(older):
        return derived_dates(application)


def derive(application: Application) -> None:
    """Every due date that may still move; the caller holds the lock and saves the case."""
    for count in RECOUNTS:
        count(application)


def _changed(before: dict[str, Derived], after: dict[str, Derived]) -> list[tuple[Derived, Derived]]:
    return [(before[name], new) for name, new in after.items() if name in before and before[name].day != new.day]


def _may_not_be_taken(old: Derived, new: Derived) -> bool:
    """Told, and by the new calendar over today or before: nobody could act by it any more."""
    if new.clock is None or new.clock in _BINDS_WHATEVER_WAS_TOLD or old.day is None or new.day is None:
        return False
    return new.day < old.day and new.day <= today()


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

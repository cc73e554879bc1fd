"""When something will happen to a case by itself. One function a kind; None where it cannot happen as things stand.

``settle_at`` is the earliest of them. What then happens stands in ``applications.actions.settlements``.
"""

from collections.abc import Callable
from datetime import datetime, timedelta

from applications import deadlines
from applications.lifecycle import EARLY_ENDS, CaseState
from applications.models import Application, Room, Tolerance
from applications.queries.hearings import overdue_at, right_ends, waiting
from applications.queries.promises import outstanding
from hall.clock import local_date

# A case that has been in one of these is settled by persons.
BY_PERSONS = (Room.AUTOMATIC, Room.CORRECTION, Room.SPOT_CORRECTION, Room.BAR)
Moment = Callable[[Application], datetime | None]


def deemed_acceptance(application: Application) -> datetime | None:
    """行政许可法 Art. 32 (4): 00:00 after the fifth working day without an outcome."""
    if application.state != CaseState.RECEIVED or application.intake_due is None:
        return None
    return deadlines.moment_after(application.intake_due)


def limit_passed(application: Application) -> datetime | None:
    """domain.md §7.4: 00:00 after the last day of a limit of which the supervision has to hear."""
    return deadlines.moment_after(application.watched_due) if application.watched_due else None



def automatic_decision(application: Application) -> datetime | None:
    """Where published rules may settle the case: after the wait in which a person may take over (spec.Automatic)."""
    automatic = application.spec.automatic
    handled = any(application.has_been_in(room) for room in BY_PERSONS)
    if automatic is None or handled or application.state != CaseState.RECEIVED or application.received_at is None:
        return None
    return application.received_at + timedelta(minutes=automatic.wait_minutes)


def make_up_reminder(application: Application) -> datetime | None:
    """Shortly before a tolerated material has to come."""
    dues = [one.due for one in _awaited(application) if one.due and one.reminded_at is None]
    return deadlines.remind_at(min(dues)) if dues else None


def make_up_missed(application: Application) -> datetime | None:
    """00:00 after the day on which a tolerated material had to come."""
    dues = [one.due for one in _awaited(application) if one.due and one.missed_at is None]
    return deadlines.moment_after(min(dues)) if dues else None


def _awaited(application: Application) -> list[Tolerance]:
    return outstanding(application) if application.state == CaseState.ACCEPTED else []


def silence_of_applicant(application: Application) -> datetime | None:
    """T2: the next reminder, then the lapse where the item names the law for it; without one nothing happens."""
    if application.state != CaseState.CORRECTING:
        return None
    correction = application.corrections.filter(supplied_at=None).first()
    if correction is None:
        return None
    coming = deadlines.reminders(local_date(correction.noticed_at), correction.due)
    ahead = [moment for share, moment in coming if share > correction.reminded]
    if application.spec.lapse_basis:
        ahead.append(deadlines.moment_after(correction.due))
    return min(ahead, default=None)


def hearing_right_ends(application: Application) -> datetime | None:
    """行政许可法 Art. 47: 00:00 after the last day on which somebody who was told could ask for a hearing (T9)."""
    return min((moment for one in waiting(application) if (moment := right_ends(one))), default=None)


def hearing_overdue(application: Application) -> datetime | None:
    """Art. 47: 00:00 after the twentieth working day without the hearing that was asked for (T10)."""
    return min((moment for one in waiting(application) if (moment := overdue_at(one))), default=None)
def supervision_unanswered(application: Application) -> datetime | None:
    """R16 of domain.md §7.4: the day for the agency's answer to a supervision order has passed."""
    if not application.has_been_in(Room.SUPERVISION):
        return None
    waiting = application.supervision_orders.filter(answered_at=None, late_noted=False).order_by("due").first()
    return deadlines.moment_after(waiting.due) if waiting else None


MOMENTS: tuple[Moment, ...] = (
    deemed_acceptance,
    limit_passed,
    automatic_decision,
    make_up_reminder,
    make_up_missed,
    silence_of_applicant,
    hearing_right_ends,
    hearing_overdue,
    supervision_unanswered,
)


def next_moment(application: Application) -> datetime | None:
    if application.state in EARLY_ENDS:
        return None
    return min((moment for of_kind in MOMENTS if (moment := of_kind(application))), default=None)

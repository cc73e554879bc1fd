"""Dates that an applicant was told: a calendar that changes later may not take one away that is as good as over.

domain.md §11 (3): a date that was told moves earlier only while it still lies ahead. One that stands nevertheless is
counted by the calendar that it was told by; that is a fact of the case (``MovedDue``), and the date is derived from it.
"""

from collections.abc import Callable
from datetime import date
from uuid import UUID

from applications import clocks, deadlines
from applications.models import Application, Correction, MovedDue, Room
from applications.models.moved_due import DueClock
from hall.clock import local_date, today
from hall.workdays.arithmetic import Calendar
from hall.workdays.calendars import calendar_as_of

Count = Callable[[Calendar], date]


def told_calendar(
    application: Application, clock: DueClock, subject: UUID, calendar: Calendar, count: Count
) -> Calendar:
    """``calendar``, or the older one whose date stands: whichever gives the later date. A plain case asks nothing."""
    if not application.has_been_in(Room.RECOUNT):
        return calendar
    kept = MovedDue.objects.filter(subject_uid=subject, clock=clock, kept=True)
    older = [calendar_as_of(version, division) for version, division in kept.values_list("before_version", "division")]
    return max([calendar, *filter(None, older)], key=count)


def promise_calendar(application: Application, calendar: Calendar) -> Calendar:
    """The calendar by which the promise is counted."""
    promise = clocks.promise_of(application)
    if promise is None:
        return calendar
    return told_calendar(
        application, DueClock.PROMISE, application.uid, calendar, lambda one: promise.reckon(one, today()).due.due
    )


def correction_calendar(application: Application, correction: Correction, calendar: Calendar) -> Calendar:
    """The calendar by which the applicant's time to supply is counted."""
    noticed, limit = local_date(correction.noticed_at), application.spec.correction
    return told_calendar(
        application,
        DueClock.CORRECTION,
        correction.uid,
        calendar,
        lambda one: deadlines.correction_due(noticed, limit, one).due,
    )

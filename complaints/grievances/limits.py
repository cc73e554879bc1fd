"""Periods of complaints, in working days. Practice differs between places, so settings decide (domain.md §7.2)."""

from datetime import date, datetime

from django.conf import settings

from complaints.grievances.lifecycle import GrievanceState
from complaints.grievances.models import Grievance
from hall.clock import local_date
from hall.workdays.arithmetic import Calendar, Due, Limit, due_date, workdays_between
from hall.workdays.lamp import Lamp, amber_from, days_in_words, lamp_for


def days_for(duty: str) -> int:
    """``duty`` is "accept", or the category that is to be answered."""
    return int(settings.HALL_GRIEVANCE_DAYS[duty])


def running(grievance: Grievance, calendar: Calendar) -> Due | None:
    """The period that runs now: to accept from receipt, then to answer from acceptance."""
    if grievance.state == GrievanceState.RECEIVED:
        return _period(grievance.received_at, "accept", calendar)
    if grievance.state == GrievanceState.ACCEPTED and grievance.accepted_at:
        return _period(grievance.accepted_at, grievance.category, calendar)
    return None


def _period(start: datetime, duty: str, calendar: Calendar) -> Due:
    return due_date(local_date(start), Limit(days_for(duty), "working"), calendar)


def red_after(due: date, calendar: Calendar) -> date:
    """The last day on which a late complaint is amber to supervision (R15); counted from the day it was due."""
    return due_date(due, Limit(settings.HALL_GRIEVANCE_RED_DAYS, "working"), calendar).due


def lamp_of(grievance: Grievance, today: date, calendar: Calendar) -> tuple[Lamp | None, str]:
    """The lamp and, in words, what is left; none when no duty runs."""
    period = running(grievance, calendar)
    if period is None:
        return None, ""
    lamp = lamp_for(today, promise_due=None, statutory_due=period.due, amber_on=amber_from(period))
    return lamp, days_in_words(today, period.due, workdays_between(today, period.due, calendar))

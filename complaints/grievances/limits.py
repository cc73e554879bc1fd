"""Periods of complaints, in working days. Practice differs between places, so settings decide (domain.md §7.2)."""

from datetime import date

from django.conf import settings

from hall.workdays.arithmetic import Limit, due_date
from hall.workdays.calendars import calendar_for


def accept_by(start: date, division_code: str) -> date:
    return _due(start, settings.HALL_GRIEVANCE_DAYS["accept"], division_code)


def answer_by(start: date, category: str, division_code: str) -> date:
    return _due(start, settings.HALL_GRIEVANCE_DAYS[category], division_code)


def _due(start: date, days: int, division_code: str) -> date:
    return due_date(start, Limit(days, "working"), calendar_for(division_code)).due

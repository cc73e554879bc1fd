"""Who may do what to the calendar: the city's supervisors change it for all halls, every supervisor may look."""

from django.conf import settings

from hall.accounts.models import Duty
from hall.accounts.people import Visitor
from hall.accounts.rules import departments_of, has_duty


def may_see_calendar(user: Visitor) -> bool:
    return has_duty(user, Duty.SUPERVISOR)


def may_change_calendar(user: Visitor) -> bool:
    return departments_of(user, Duty.SUPERVISOR).filter(hall__code=settings.HALL_CITY_CODE).exists()

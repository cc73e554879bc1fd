"""What is entered long after it happened is told to supervision (domain.md §7.4, R12), by the deed that enters it.

How long that may be is the installation's: ``HALL_LATE_ENTRY_DAYS`` working days from the day itself to the entry.
"""

from datetime import date

from django.conf import settings

from applications.events import RuleBroken
from applications.models import Handling, Licence
from hall.accounts.deeds import announce
from hall.accounts.models import User
from hall.clock import today
from hall.workdays.arithmetic import workdays_between
from hall.workdays.calendars import calendar_for


def tell_late_entry(handling: Handling, happened_on: date, *, by: User) -> None:
    """Call it after the deed's own announcement."""
    if is_late(happened_on, handling.hall.code):
        announce(handling.application, RuleBroken("R12", handling.uid, happened_on), by=by)


def tell_late_entry_of_licence(licence: Licence, happened_on: date, *, by: User) -> None:
    if is_late(happened_on, licence.hall.code):
        announce(licence, RuleBroken("R12", None, happened_on), by=by)


def is_late(happened_on: date, hall_code: str) -> bool:
    # Nothing is counted, and no calendar asked, for what happened today.
    if happened_on >= today():
        return False
    return workdays_between(happened_on, today(), calendar_for(hall_code)) > settings.HALL_LATE_ENTRY_DAYS

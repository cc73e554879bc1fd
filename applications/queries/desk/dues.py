"""The clocks of a handling for its clerks: also those that have run, and the days of the open step.

The same periods as the applicant's (``applications.queries.dues``); only the choice is another.
"""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from applications import clocks
from applications.lifecycle import CaseState
from applications.models import Handling
from applications.queries.dues import Clock, Counted, correction, delivery, examination, intake, shown
from hall.workdays.arithmetic import Calendar
from hall.workdays.calendars import calendar_for


def clocks_of(handling: Handling) -> list[Clock]:
    """Every clock that runs or has run for this handling, in the order in which they begin."""
    found = _counted(handling, calendar_for(handling.hall.code))
    return [shown(handling.application, one) for one in found]


def _counted(handling: Handling, calendar: Calendar) -> Iterator[Counted]:
    state = handling.application.state
    if state == CaseState.RECEIVED:
        yield from intake(handling, calendar)
    if state == CaseState.CORRECTING:
        yield from correction(handling, calendar)
    yield from examination(handling, calendar)
    if state == CaseState.ACCEPTED and (step := clocks.step_of(handling, handling.step_since)):
        yield Counted(_("本环节期限"), handling.department.name, step, calendar, None, handling.uid)
    if hasattr(handling, "decision"):
        yield from delivery(handling, calendar)

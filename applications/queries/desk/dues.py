"""The clocks of a handling for its clerks: also those that have run, and the days of the open step.

The same periods as the applicant's (``applications.queries.dues``); only the choice is another.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from django.utils.translation import gettext as _

from applications import clocks
from applications.lifecycle import CaseState
from applications.models import Handling
from applications.models.moved_due import DueClock
from applications.queries.dues import Clock, Counted, correction, delivery, examination, intake, shown
from hall.clock import local_date
from hall.workdays.arithmetic import Calendar


def clocks_of(handling: Handling, calendar: Calendar) -> list[Clock]:
    """Every clock that runs or has run for this handling, in the order in which they begin."""
    found = _counted(handling, calendar)
    return [replace(shown(handling.application, one), done_on=_done_on(handling, one)) for one in found]


def _done_on(handling: Handling, one: Counted) -> date | None:
    """The promise ends with the decision, an agency's own limit when its part ended, delivery with the service."""
    application = handling.application
    ends = {
        DueClock.PROMISE: application.decided_at or application.closed_at,
        DueClock.STATUTORY: handling.ended_at,
        DueClock.DELIVERY: application.delivered_at,
    }
    done_at = ends.get(one.kind) if one.kind else None
    return local_date(done_at) if done_at else None


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

"""The clocks of a handling for its clerks: also those that have run, and the days of the open step.

The same derivation as the applicant's (``applications.queries.dues``); only the choice is another.
"""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from applications import clocks, deadlines
from applications.deadlines import Period
from applications.lifecycle import CaseState
from applications.models import Correction, Handling
from applications.queries.dues import Clock, clock, correction_period, receipt_day
from applications.queries.told_dues import correction_calendar, promise_calendar
from hall.workdays.arithmetic import Calendar
from hall.workdays.calendars import calendar_for

# What it is called, the period, and the calendar by which it is counted.
Counted = tuple[str, Period, Calendar]


def clocks_of(handling: Handling, corrections: list[Correction]) -> list[Clock]:
    """Every clock that runs or has run for this handling, in the order in which they begin."""
    calendar = calendar_for(handling.hall.code)
    waiting = _before_acceptance(handling, corrections, calendar)
    periods = [*waiting, *_examination(handling, calendar), *_delivery(handling, calendar)]
    return [clock(label, handling.department.name, period, by) for label, period, by in periods]


def _before_acceptance(handling: Handling, corrections: list[Correction], calendar: Calendar) -> Iterator[Counted]:
    application = handling.application
    if application.state == CaseState.RECEIVED:
        yield _("受理期限"), Period(receipt_day(application), deadlines.INTAKE, _("《行政许可法》第三十二条")), calendar
    if application.state == CaseState.CORRECTING:
        for one in corrections:
            by = correction_calendar(application, one, calendar)
            yield _("申请人补正期限"), correction_period(application, one), by


def _examination(handling: Handling, calendar: Calendar) -> Iterator[Counted]:
    if promise := clocks.promise_of(handling.application):
        yield _("承诺期限"), promise, promise_calendar(handling.application, calendar)
    if statutory := clocks.statutory_of(handling):
        yield _("法定期限"), statutory, calendar
    if handling.application.state == CaseState.ACCEPTED and (step := clocks.step_of(handling, handling.step_since)):
        yield _("本环节期限"), step, calendar


def _delivery(handling: Handling, calendar: Calendar) -> Iterator[Counted]:
    delivery = clocks.delivery_of(handling.application)
    if delivery and hasattr(handling, "decision"):
        yield _("送达期限"), delivery, calendar

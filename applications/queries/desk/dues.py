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
from hall.workdays.calendars import calendar_for


def clocks_of(handling: Handling, corrections: list[Correction]) -> list[Clock]:
    """Every clock that runs or has run for this handling, in the order in which they begin."""
    calendar = calendar_for(handling.hall.code)
    periods = [*_before_acceptance(handling, corrections), *_examination(handling), *_delivery(handling)]
    return [clock(label, handling.department.name, period, calendar) for label, period in periods]


def _before_acceptance(handling: Handling, corrections: list[Correction]) -> Iterator[tuple[str, Period]]:
    application = handling.application
    if application.state == CaseState.RECEIVED:
        yield _("受理期限"), Period(receipt_day(application), deadlines.INTAKE, _("《行政许可法》第三十二条"))
    if application.state == CaseState.CORRECTING:
        for one in corrections:
            yield _("申请人补正期限"), correction_period(application, one)


def _examination(handling: Handling) -> Iterator[tuple[str, Period]]:
    if promise := clocks.promise_of(handling.application):
        yield _("承诺期限"), promise
    if statutory := clocks.statutory_of(handling):
        yield _("法定期限"), statutory
    if handling.application.state == CaseState.ACCEPTED and (step := clocks.step_of(handling, handling.step_since)):
        yield _("本环节期限"), step


def _delivery(handling: Handling) -> Iterator[tuple[str, Period]]:
    delivery = clocks.delivery_of(handling.application)
    if delivery and hasattr(handling, "decision"):
        yield _("送达期限"), delivery

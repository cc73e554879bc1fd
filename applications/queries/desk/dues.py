"""The clocks of a handling as dates that explain themselves (行政许可法 Art. 32, 42, 44, 45)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from applications import deadlines
from applications.lifecycle import CaseState
from applications.models import Correction, Handling
from hall.clock import local_date, today
from hall.workdays.arithmetic import Calendar, Due
from hall.workdays.calendars import calendar_for


@dataclass(frozen=True, slots=True)
class Clock:
    """One period: what it is for, when it ends, and how that was counted."""

    label: str | Promise
    due: Due

    @property
    def is_over(self) -> bool:
        return today() > self.due.due


def clocks_of(handling: Handling, corrections: list[Correction]) -> list[Clock]:
    """Every clock that runs or has run for this handling, in the order in which they begin."""
    calendar = calendar_for(handling.hall.code)
    waiting = _before_acceptance(handling, corrections, calendar)
    return [*waiting, *_examination(handling, calendar), *_delivery(handling, calendar)]


def _before_acceptance(handling: Handling, corrections: list[Correction], calendar: Calendar) -> Iterator[Clock]:
    application = handling.application
    if application.state == CaseState.RECEIVED:
        supplied = [local_date(one.supplied_at) for one in corrections if one.supplied_at]
        yield Clock(_("受理期限"), deadlines.intake_due(max([*supplied, _day(application.received_at)]), calendar))
    if application.state == CaseState.CORRECTING:
        for one in corrections:
            due = deadlines.correction_due(local_date(one.noticed_at), application.spec.correction, calendar)
            yield Clock(_("申请人补正期限"), due)


def _examination(handling: Handling, calendar: Calendar) -> Iterator[Clock]:
    application, spec = handling.application, handling.application.spec
    promise = deadlines.period(application.accepted_on, spec.promise, calendar)
    statutory = deadlines.period(handling.clock_from, spec.statutory_for(handling.level), calendar)
    if promise:
        yield Clock(_("承诺期限"), promise)
    if statutory:
        yield Clock(_("法定期限"), statutory)


def _delivery(handling: Handling, calendar: Calendar) -> Iterator[Clock]:
    if hasattr(handling, "decision"):
        yield Clock(_("送达期限"), deadlines.deliver_by(local_date(handling.decision.decided_at), calendar))


def _day(moment: datetime | None) -> date:
    assert moment is not None
    return local_date(moment)

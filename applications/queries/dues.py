"""The clocks that run in a case now, each with the due date that explains itself day by day, and its ledger."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.utils.translation import gettext as _

from applications import clocks, deadlines
from applications.deadlines import Period
from applications.ledger import Line, ledger_of
from applications.lifecycle import CaseState
from applications.models import Application, Correction, Handling, Room
from applications.queries.told_dues import correction_calendar, promise_calendar
from hall.clock import local_date, today
from hall.workdays.arithmetic import Calendar, Due, Limit
from hall.workdays.calendars import calendar_for


@dataclass(frozen=True, slots=True)
class Clock:
    """``owner`` is who has to act before ``due`` ends; while ``stopped`` that day is only expected."""

    label: Any
    owner: Any
    due: Due
    stopped: bool = False
    ledger: tuple[Line, ...] = ()

    @property
    def is_over(self) -> bool:
        return not self.stopped and today() > self.due.due


def receipt_day(application: Application) -> date:
    """The day of receipt: of the filing, or of the last supplement that was asked for (domain.md §1.2 (a))."""
    assert application.received_at is not None
    received = _last_supplied(application) or application.received_at
    return local_date(max([received, *_transferred(application)]))


def _transferred(application: Application) -> list[datetime]:
    """The right agency has its own days from its own receipt."""
    if not application.has_been_in(Room.TRANSFER):
        return []
    return list(application.transfers.values_list("moved_at", flat=True))


def _last_supplied(application: Application) -> datetime | None:
    if not application.has_been_in(Room.CORRECTION):
        return None
    supplied = application.corrections.exclude(supplied_at=None).order_by("-round")
    return supplied.values_list("supplied_at", flat=True).first()


def clocks_of(application: Application, handling: Handling) -> list[Clock]:
    """Which limits run, in the order in which they end."""
    running = _RUNNING.get(application.state)
    if running is None:
        return []
    found = running(application, handling, calendar_for(handling.hall.code))
    return sorted(found, key=lambda clock: clock.due.due)


def clock(label: str, owner: str, period: Period, calendar: Calendar) -> Clock:
    """A period as a page shows it."""
    reckoned = period.reckon(calendar, today())
    return Clock(label, owner, reckoned.due, reckoned.stopped, ledger_of(reckoned, today()))


def _received(application: Application, handling: Handling, calendar: Calendar) -> Iterator[Clock]:
    period = Period(receipt_day(application), deadlines.INTAKE, _("《行政许可法》第三十二条"))
    yield clock(_("受理期限"), handling.department.name, period, calendar)


def _correcting(application: Application, handling: Handling, calendar: Calendar) -> Iterator[Clock]:
    for one in application.corrections.filter(supplied_at=None):
        by = correction_calendar(application, one, calendar)
        yield clock(_("补正期限"), _("申请人"), correction_period(application, one), by)


def correction_period(application: Application, correction: Correction) -> Period:
    """T2: the applicant's own time."""
    limit = application.spec.correction
    start = local_date(correction.noticed_at)
    return Period(start, Limit(limit.days or 30, limit.unit), _("本事项公布的补正期限"))


def _accepted(application: Application, handling: Handling, calendar: Calendar) -> Iterator[Clock]:
    if promise := clocks.promise_of(application):
        yield clock(_("承诺期限"), handling.department.name, promise, promise_calendar(application, calendar))
    if statutory := clocks.statutory_of(handling):
        yield clock(_("法定期限"), handling.department.name, statutory, calendar)


def _decided(application: Application, handling: Handling, calendar: Calendar) -> Iterator[Clock]:
    if delivery := clocks.delivery_of(application):
        yield clock(_("送达期限"), handling.department.name, delivery, calendar)


_RUNNING = {
    CaseState.RECEIVED: _received,
    CaseState.CORRECTING: _correcting,
    CaseState.ACCEPTED: _accepted,
    CaseState.DECIDED: _decided,
}

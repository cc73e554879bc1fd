"""The clocks that run in a case now, each with the due date that explains itself day by day, and its ledger."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, NamedTuple
from uuid import UUID

from django.utils.translation import gettext as _

from applications import clocks, deadlines
from applications.deadlines import Period
from applications.ledger import Line, Moved, ledger_of
from applications.lifecycle import CaseState
from applications.models import Application, Handling, Room
from applications.models.moved_due import DueClock
from applications.queries.told_dues import correction_calendar, promise_calendar
from hall.clock import local_date, today
from hall.workdays.arithmetic import Calendar, Due, Limit
from hall.workdays.calendars import calendar_for


@dataclass(frozen=True, slots=True)
class Clock:
    """``owner`` is who has to act before ``due`` ends; while ``stopped`` that day is only expected.

    ``done_on`` is the day on which that was done: what was done in time is never late afterwards.
    """

    label: Any
    owner: Any
    due: Due
    stopped: bool = False
    ledger: tuple[Line, ...] = ()
    done_on: date | None = None

    @property
    def is_over(self) -> bool:
        return not self.stopped and (self.done_on or today()) > self.due.due


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


class Counted(NamedTuple):
    """A period that is counted in a case: what it is called, who has to act, by which calendar, and whose it is."""

    label: str
    owner: str
    period: Period
    calendar: Calendar
    kind: DueClock | None
    subject: UUID


def clocks_of(application: Application, handling: Handling) -> list[Clock]:
    """Which limits run, in the order in which they end."""
    running = _RUNNING.get(application.state)
    if running is None:
        return []
    found = running(handling, calendar_for(handling.hall.code))
    return sorted((shown(application, one) for one in found), key=lambda clock: clock.due.due)


def shown(application: Application, one: Counted) -> Clock:
    """A period as a page shows it, with its ledger."""
    reckoned = one.period.reckon(one.calendar, today())
    moves = list(_moves(application, one))
    return Clock(one.label, one.owner, reckoned.due, reckoned.stopped, ledger_of(reckoned, today(), moves))


def _moves(application: Application, one: Counted) -> Iterator[Moved]:
    """What a changed calendar did to this period; a plain case asks nothing."""
    if not application.has_been_in(Room.RECOUNT):
        return
    for row in application.moved_dues.filter(clock=one.kind, subject_uid=one.subject, kept=False):
        yield Moved(local_date(row.moved_at), row.before, row.after, row.after_version, row.reason)


def intake(handling: Handling, calendar: Calendar) -> Iterator[Counted]:
    application = handling.application
    period = Period(receipt_day(application), deadlines.INTAKE, _("《行政许可法》第三十二条"))
    yield Counted(_("受理期限"), handling.department.name, period, calendar, DueClock.INTAKE, application.uid)


def correction(handling: Handling, calendar: Calendar) -> Iterator[Counted]:
    """T2: the applicant's own time."""
    application = handling.application
    limit = application.spec.correction
    for one in application.corrections.filter(supplied_at=None):
        rule = _("本事项公布的补正期限")
        period = Period(local_date(one.noticed_at), Limit(limit.days or 30, limit.unit), rule)
        by = correction_calendar(application, one, calendar)
        yield Counted(_("补正期限"), _("申请人"), period, by, DueClock.CORRECTION, one.uid)


def examination(handling: Handling, calendar: Calendar) -> Iterator[Counted]:
    application, owner = handling.application, handling.department.name
    if promise := clocks.promise_of(application):
        by = promise_calendar(application, calendar)
        yield Counted(_("承诺期限"), owner, promise, by, DueClock.PROMISE, application.uid)
    if statutory := clocks.statutory_of(handling):
        yield Counted(clocks.name_of_limit(handling), owner, statutory, calendar, DueClock.STATUTORY, handling.uid)


def delivery(handling: Handling, calendar: Calendar) -> Iterator[Counted]:
    if period := clocks.delivery_of(handling.application):
        yield Counted(_("送达期限"), handling.department.name, period, calendar, DueClock.DELIVERY, handling.uid)


_RUNNING = {
    CaseState.RECEIVED: intake,
    CaseState.CORRECTING: correction,
    CaseState.ACCEPTED: examination,
    CaseState.DECIDED: delivery,
}

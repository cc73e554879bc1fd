"""The clocks that run in a case now, each with the due date that explains itself day by day."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from django.utils.translation import gettext as _

from applications import deadlines
from applications.lifecycle import CaseState
from applications.models import Application, Handling, Room
from hall.clock import local_date
from hall.workdays.arithmetic import Calendar, Due
from hall.workdays.calendars import calendar_for


@dataclass(frozen=True, slots=True)
class Clock:
    """``owner`` is who has to act before ``due`` ends."""

    label: str
    owner: str
    due: Due


def receipt_day(application: Application) -> date:
    """The day of receipt: of the filing, or of the last supplement that was asked for (domain.md §1.2 (a))."""
    assert application.received_at is not None
    return local_date(_last_supplied(application) or application.received_at)


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


def _received(application: Application, handling: Handling, calendar: Calendar) -> Iterator[Clock]:
    due = deadlines.intake_due(receipt_day(application), calendar)
    yield Clock(_("受理期限"), handling.department.name, due)


def _correcting(application: Application, handling: Handling, calendar: Calendar) -> Iterator[Clock]:
    for one in application.corrections.filter(supplied_at=None):
        due = deadlines.correction_due(local_date(one.noticed_at), application.spec.correction, calendar)
        yield Clock(_("补正期限"), _("申请人"), due)


def _accepted(application: Application, handling: Handling, calendar: Calendar) -> Iterator[Clock]:
    spec = application.spec
    if promise := deadlines.period(application.accepted_on, spec.promise, calendar):
        yield Clock(_("承诺期限"), handling.department.name, promise)
    if statutory := deadlines.period(handling.clock_from, spec.statutory_for(handling.level), calendar):
        yield Clock(_("法定期限"), handling.department.name, statutory)


def _decided(application: Application, handling: Handling, calendar: Calendar) -> Iterator[Clock]:
    if application.decided_at:
        due = deadlines.deliver_by(local_date(application.decided_at), calendar)
        yield Clock(_("送达期限"), handling.department.name, due)


_RUNNING = {
    CaseState.RECEIVED: _received,
    CaseState.CORRECTING: _correcting,
    CaseState.ACCEPTED: _accepted,
    CaseState.DECIDED: _decided,
}

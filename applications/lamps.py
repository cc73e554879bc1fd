"""The lamp of a case (domain.md §7.4): one answer for the applicant, the clerk and whoever looks a number up.

Which clock shines depends on where the case stands: intake (Art. 32), promise and statutory limit (Art. 42), delivery
(Art. 44). While the applicant corrects, no clock of the agency runs; while a suspension runs, it stands (Art. 45).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from applications import clocks
from applications.lifecycle import CaseState
from applications.models import Application, Handling, Suspension
from hall.organisations.models import Hall
from hall.workdays.arithmetic import Calendar, workdays_between
from hall.workdays.calendars import calendar_for
from hall.workdays.lamp import Lamp, Thresholds, amber_from, lamp_for

# T8: the eighth of the ten days; a hall may move the amber of its promises, but not this one.
DELIVERY = Thresholds(amber_share=Decimal("0.80"), amber_days=1)


@dataclass(frozen=True, slots=True)
class LampView:
    """``lamp`` is None when no clock of the agency can run any more (or yet): then ``label`` alone is shown."""

    lamp: Lamp | None
    label: str
    days_text: str = ""
    # Working days left to the nearest running limit; negative once it has passed.
    days_left: int | None = None


def lamp_of(
    application: Application, handling: Handling | None, *, today: date, calendar: Calendar | None = None
) -> LampView:
    """The lamp of one agency's part of a case. A list reads the calendar once and passes it."""
    if handling is None or application.state not in _CLOCKS:
        return LampView(None, str(application.get_state_display()))
    if application.state == CaseState.ACCEPTED and not handling.is_open:
        return LampView(None, handling.state_label)
    return _CLOCKS[application.state](application, handling, today, calendar or calendar_for(handling.hall.code))


def _intake(application: Application, handling: Handling, today: date, calendar: Calendar) -> LampView:
    """What is late here is settled as accepted, so that this clock never turns red by itself."""
    due = application.intake_due
    amber = due is not None and workdays_between(today, due, calendar) <= handling.hall.amber_days
    return _view(Lamp.AMBER if amber else Lamp.GREEN, _("受理期限"), due, today, calendar)


def _correcting(application: Application, handling: Handling, today: date, calendar: Calendar) -> LampView:
    over = handling.desk_due is not None and today > handling.desk_due
    return LampView(Lamp.BLUE, str(Lamp.BLUE.label), _("申请人逾期未补正") if over else _("等待申请人补正"))


def _accepted(application: Application, handling: Handling, today: date, calendar: Calendar) -> LampView:
    promise = clocks.promise_of(application)
    running = clocks.running_of(application)
    amber_on = None
    if promise and not running:
        amber_on = amber_from(promise.reckon(calendar, today).due, thresholds_of(handling.hall))
    lamp = lamp_for(
        today,
        promise_due=application.promise_due,
        statutory_due=handling.statutory_due,
        amber_on=amber_on,
        stopped=bool(running),
        reason_given=bool(application.overrun_reason),
    )
    if running and lamp == Lamp.BLUE:
        return _stopped(running, today, calendar)
    return _untested(application, today, calendar, _limit(lamp, application, handling, today, calendar))


def _limit(lamp: Lamp, application: Application, handling: Handling, today: date, calendar: Calendar) -> LampView:
    own = clocks.name_of_limit(handling)
    if handling.statutory_due and today > handling.statutory_due:
        return _view(lamp, own, handling.statutory_due, today, calendar)
    limits = {own: handling.statutory_due, _("承诺期限"): application.promise_due}
    running = {name: day for name, day in limits.items() if day}
    nearest = min(running, key=lambda name: running[name], default=own)
    return _view(lamp, nearest, running.get(nearest), today, calendar)


def _stopped(running: Sequence[Suspension], today: date, calendar: Calendar) -> LampView:
    """Blue while the clock stands; amber once a procedure takes longer than the applicant was told (T16)."""
    expected = {clocks.pause_of(one).expected(calendar): one for one in running}
    first = min(expected)
    if today > first:
        told = _("%(name)s超过了告知的时间") % {"name": expected[first].name}
        return LampView(Lamp.AMBER, str(Lamp.AMBER.label), told, workdays_between(today, first, calendar))
    return LampView(Lamp.BLUE, str(Lamp.BLUE.label), "、".join(one.name for one in running))


def _untested(application: Application, today: date, calendar: Calendar, view: LampView) -> LampView:
    """T13: a case that must be tested and has nobody to test it is amber, whatever time it has left (Art. 55)."""
    due = clocks.testers_by(application, calendar)
    if due is None or today <= due or view.lamp not in (Lamp.GREEN, Lamp.BLUE):
        return view
    return _view(Lamp.AMBER, _("指派检验人员的期限"), due, today, calendar)


def _decided(application: Application, handling: Handling, today: date, calendar: Calendar) -> LampView:
    """Art. 44: ten working days to issue and deliver; amber from the eighth (domain.md T8)."""
    delivery = clocks.delivery_of(application)
    if delivery is None:
        return LampView(None, str(application.get_state_display()))
    due = delivery.reckon(calendar, today).due
    lamp = lamp_for(today, promise_due=None, statutory_due=due.due, amber_on=amber_from(due, DELIVERY))
    return _view(lamp, _("送达期限"), due.due, today, calendar)


_CLOCKS = {
    CaseState.RECEIVED: _intake,
    CaseState.CORRECTING: _correcting,
    CaseState.ACCEPTED: _accepted,
    CaseState.DECIDED: _decided,
}


def thresholds_of(hall: Hall) -> Thresholds:
    """Each hall may let amber begin earlier or later."""
    return Thresholds(hall.amber_share, hall.amber_days)


def _view(lamp: Lamp, clock: str, due: date | None, today: date, calendar: Calendar) -> LampView:
    if due is None:
        return LampView(lamp, str(lamp.label))
    left = workdays_between(today, due, calendar)
    return LampView(lamp, str(lamp.label), _days_text(clock, due, today, left), left)


def _days_text(clock: str, due: date, today: date, left: int) -> str:
    if today > due:
        # A limit that ran out on Friday is over on Saturday, though no working day has passed since.
        over = max(-left, 1)
        told = ngettext("%(clock)s已超 %(days)d 个工作日", "%(clock)s已超 %(days)d 个工作日", over)
        return told % {"clock": clock, "days": over}
    if today == due:
        return _("%(clock)s今天届满") % {"clock": clock}
    told = ngettext("%(clock)s还剩 %(days)d 个工作日", "%(clock)s还剩 %(days)d 个工作日", left)
    return told % {"clock": clock, "days": left}

"""The lamp of a publication (T17): amber from the fifth of its seven working days (domain.md §1.4, §5)."""

from collections.abc import Sequence
from datetime import date

from django.utils.translation import gettext as _

from applications.deadlines import Wait, publish_by, stops
from hall.workdays.arithmetic import Calendar, workdays_between
from hall.workdays.lamp import Lamp, days_in_words, lamp_for

_AMBER_DAY = 5


def lamp_of(decided_on: date, today: date, calendar: Calendar, waits: Sequence[Wait] = ()) -> tuple[Lamp, str]:
    """The lamp and, in words, what is left."""
    out = stops(waits, today)
    period = publish_by(decided_on, calendar, out)
    amber_on = period.counted[_AMBER_DAY - 1]
    stopped = any(today in one for one in out)
    lamp = lamp_for(today, promise_due=None, statutory_due=period.due, amber_on=amber_on, stopped=stopped)
    if lamp == Lamp.BLUE:
        return lamp, _("正在征求申请人意见或者处理异议")
    return lamp, days_in_words(today, period.due, period.left(today) or -workdays_between(period.due, today, calendar))

"""T17: a decision is published within seven working days; amber from the fifth (domain.md §1.4, §5).

The time in which the applicant is asked, or their objection judged, is not counted (条例 Art. 33; domain.md §8.2).
"""

from collections.abc import Sequence
from datetime import date

from django.utils.translation import gettext as _

from hall.workdays.arithmetic import Calendar, Due, Limit, Suspension, due_date, workdays_between
from hall.workdays.lamp import Lamp, days_in_words, lamp_for

LIMIT = Limit(7, "working")
_AMBER_DAY = 5


# A stretch of waiting as the row keeps it: first day, last day or None while it goes on.
Wait = Sequence[str | None]


def publish_by(decided_on: date, calendar: Calendar, stops: Sequence[Suspension] = ()) -> Due:
    return due_date(decided_on, LIMIT, calendar, stops)


def stops(waits: Sequence[Wait], today: date) -> list[Suspension]:
    """What is taken out; what goes on is taken out up to today."""
    found = []
    for first, last in waits:
        assert first is not None
        begins = date.fromisoformat(first)
        found.append(Suspension(begins, max(begins, date.fromisoformat(last) if last else today)))
    return found


def is_over(due: date, waits: Sequence[Wait], today: date) -> bool:
    """Whether the last day has passed; an open objection holds it, unless that came too late to move anything."""
    held = any(last is None and first and date.fromisoformat(first) <= due for first, last in waits)
    return today > due and not held


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

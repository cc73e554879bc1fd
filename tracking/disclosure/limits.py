"""T17: a decision is published within seven working days; amber from the fifth (domain.md §1.4, §5)."""

from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from hall.workdays.arithmetic import Calendar, Due, Limit, due_date, workdays_between
from hall.workdays.lamp import Lamp, lamp_for

LIMIT = Limit(7, "working")
_AMBER_DAY = 5


def publish_by(decided_on: date, calendar: Calendar) -> Due:
    return due_date(decided_on, LIMIT, calendar)


def lamp_of(decided_on: date, today: date, calendar: Calendar) -> tuple[Lamp, str]:
    """The lamp and, in words, what is left."""
    period = publish_by(decided_on, calendar)
    amber_on = period.counted[_AMBER_DAY - 1]
    lamp = lamp_for(today, promise_due=None, statutory_due=period.due, amber_on=amber_on)
    return lamp, _in_words(today, period.due, workdays_between(today, period.due, calendar))


def _in_words(today: date, due: date, left: int) -> str:
    if today > due:
        # Over on Saturday already, though no working day has passed since Friday.
        over = max(-left, 1)
        return ngettext("已超 %(days)d 个工作日", "已超 %(days)d 个工作日", over) % {"days": over}
    if today == due:
        return _("今天届满")
    return ngettext("还剩 %(days)d 个工作日", "还剩 %(days)d 个工作日", left) % {"days": left}

"""Whether the known years reach far enough: a forecast day in a due date makes it provisional."""

from datetime import date, timedelta

from django.utils.translation import gettext as _

from hall.clock import day_in_words
from hall.workdays.arithmetic import Limit, due_date
from hall.workdays.calendars import calendar_for
from hall.workdays.models import CalendarYear

# The longest limit of 行政许可法 Art. 42 is 45 + 15 working days, and a suspension or an upper agency's time on top.
HORIZON = Limit(90, "working")


def covered_until() -> date | None:
    """The last day before the first year whose notice is not known."""
    years = set(CalendarYear.objects.filter(provisional=False).values_list("year", flat=True))
    if not years:
        return None
    last = next(year for year in range(min(years), max(years) + 1) if year + 1 not in years)
    return date(last + 1, 1, 1) - timedelta(days=1)


def coverage_problem(today: date) -> str | None:
    """What to tell the operator; None while the notices reach 90 working days ahead."""
    until = covered_until()
    if until is None:
        return _("工作日历是空的，请运行 manage.py migrate。")
    needed = due_date(today, HORIZON, calendar_for("")).due
    if needed <= until:
        return None
    words = {"until": day_in_words(until), "year": until.year + 1, "needed": day_in_words(needed)}
    return (
        _("放假安排只到%(until)s，90个工作日后为%(needed)s；%(year)d年的期限显示为暂定，请导入该年放假通知。") % words
    )

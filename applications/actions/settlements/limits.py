"""A limit passed (domain.md §7.4): the supervision hears of it once, dated by the limit and not by whoever noticed.

R04 the promise, R05 the statutory limit (行政许可法 Art. 42, 43), R09 a special procedure longer than told (Art. 45),
R13 delivery (Art. 44). Nothing is decided by it: the case stays open and the decision is still due.
"""

from datetime import datetime

from applications import clocks, deadlines
from applications.actions.clocks import lead_of, rewatch
from applications.events import RuleBroken
from applications.models import Application
from hall.accounts.deeds import announce
from hall.workdays.calendars import calendar_for


def tell_supervision(application: Application, moment: datetime) -> None:
    handling = lead_of(application)
    assert handling is not None, "only a filed case has limits"
    calendar = calendar_for(handling.hall.code)
    watched = clocks.watched(application, handling, calendar)
    passed = [(key, due) for key, due in watched if deadlines.moment_after(due) <= moment]
    application.breaches = [*application.breaches, *(key for key, _due in passed)]
    rewatch(application, handling, calendar)
    for key, due in passed:
        announce(application, RuleBroken(key.partition(":")[0], handling.uid, due), by=None)
    # Nothing to tell after all (a limit moved): the columns alone are brought up to date.
    if not passed:
        application.save()

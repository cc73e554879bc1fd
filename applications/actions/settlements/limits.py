"""A limit passed (domain.md §7.4): the supervision hears of it once, dated by the limit and not by whoever noticed.

R04 the promise, R05 the statutory limit (行政许可法 Art. 42, 43), R09 a special procedure longer than told (Art. 45),
R13 delivery (Art. 44). Nothing is decided by it: the case stays open and the decision is still due.
"""

from datetime import datetime

from applications import clocks, deadlines
from applications.actions.clocks import rewatch
from applications.events import RuleBroken
from applications.models import Application, Handling, Role
from hall.accounts.deeds import announce
from hall.workdays.calendars import calendar_for


def tell_supervision(application: Application, moment: datetime) -> None:
    handling = _answering(application)
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


def _answering(application: Application) -> Handling:
    """The part that answers for the limit: the lead that has the case, or had it last."""
    parts = application.handlings.select_related("hall", "department").filter(role=Role.LEAD)
    handling = parts.order_by("-id")[0]
    handling.application = application
    return handling

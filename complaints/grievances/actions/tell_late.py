"""R15 (domain.md §7.2, §7.4): a complaint is late. Told to supervision the day after it was due, and again in red
some working days later (``HALL_GRIEVANCE_RED_DAYS``): once each, dated by the limit, whoever noticed it.

Each duty is watched for itself: to accept from receipt, then to answer from acceptance. Whom a complaint is about is
not told: supervisors of the hall may be among them, and open it only where its own rules let them.
"""

from uuid import UUID

from django.db import transaction

from applications.events import RuleBroken
from complaints.grievances.limits import red_after
from complaints.grievances.models import Grievance
from hall.accounts.deeds import announce
from hall.clock import today
from hall.workdays.calendars import calendar_for
from hall.workdays.lamp import Lamp

# How many of the two have been told.
_TOLD = {"": 0, Lamp.AMBER: 1, Lamp.RED: 2}


def tell_late(grievance: Grievance) -> bool:
    """The caller holds the row; says whether it was news."""
    if grievance.due is None or today() <= grievance.due:
        return False
    red = red_after(grievance.due, calendar_for(grievance.hall.code))
    passed = [(Lamp.AMBER, grievance.due), (Lamp.RED, red)]
    news = [(level, since) for level, since in passed[_TOLD[grievance.late_told] :] if today() > since]
    for level, since in news:
        grievance.late_told = level
        announce(grievance, RuleBroken("R15", since=since, level=str(level), number=grievance.number), by=None)
    return bool(news)


def tell_all_late(limit: int = 200) -> int:
    late = Grievance.objects.filter(due__lt=today()).exclude(late_told=Lamp.RED).order_by("due")
    return sum(_tell_one(uid) for uid in list(late.values_list("uid", flat=True)[:limit]))


@transaction.atomic
def _tell_one(uid: UUID) -> bool:
    """Safe to run twice and beside any deed."""
    return tell_late(Grievance.objects.select_for_update(of=("self",)).select_related("hall").get(uid=uid))

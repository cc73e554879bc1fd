"""Reading complaints: the handlers' desk by duty, and what has happened to one."""

from dataclasses import dataclass
from uuid import UUID

from django.db.models import QuerySet

from applications.models import Application
from applications.queries.mine import holder_of
from applications.rules import owned_by
from complaints.grievances import limits
from complaints.grievances.history import told_of, who
from complaints.grievances.models import Grievance
from complaints.grievances.rules import handled_by
from hall.accounts.models import User
from hall.clock import today
from hall.events.chronicle import Happened, chronicle_of
from hall.organisations.models import Department, Hall
from hall.workdays.calendars import calendar_for
from hall.workdays.lamp import Lamp

PAGE = 30


def own_case(user: User | None, case_no: str) -> Application | None:
    """The case that is complained about: only one's own can be named."""
    if user is None or not case_no:
        return None
    return owned_by(user).filter(case_no=case_no).select_related("hall", "offering__department").first()


def holder_in(case: Application | None, hall: Hall) -> Department | None:
    """Who works on the case now or did last, where the form of this hall offers that department."""
    handling = holder_of(case) if case else None
    return handling.department if handling and handling.department.hall_id == hall.pk else None


@dataclass(frozen=True, slots=True)
class Row:
    grievance: Grievance
    lamp: Lamp | None
    lamp_text: str


@dataclass(frozen=True, slots=True)
class Page:
    """``following`` is the uid of the last row when there are more."""

    rows: list[Row]
    following: UUID | None


def desk(user: User, hall: Hall, *, done: bool, after: UUID | None) -> Page:
    """What waits, oldest duty first, or what is done, newest first; a page costs the same wherever it lies."""
    found = handled_by(user).filter(hall=hall, due__isnull=done).select_related("accused_department", "hall")
    last = Grievance.objects.filter(uid=after).first() if after else None
    ordered = _ended(found, last) if done else _waiting(found, last)
    rows = list(ordered[: PAGE + 1])
    return Page([row_of(one) for one in rows[:PAGE]], rows[PAGE - 1].uid if len(rows) > PAGE else None)


def _waiting(found: QuerySet[Grievance], last: Grievance | None) -> QuerySet[Grievance]:
    if last and last.due:
        found = found.filter(due__gte=last.due).exclude(due=last.due, uid__lte=last.uid)
    return found.order_by("due", "uid")


def _ended(found: QuerySet[Grievance], last: Grievance | None) -> QuerySet[Grievance]:
    if last and last.ended_at:
        found = found.filter(ended_at__lte=last.ended_at).exclude(ended_at=last.ended_at, uid__gte=last.uid)
    return found.order_by("-ended_at", "-uid")


def row_of(grievance: Grievance) -> Row:
    return Row(grievance, *limits.lamp_of(grievance, today(), calendar_for(grievance.hall.code)))


def chronicle(grievance: Grievance, *, named: bool) -> list[Happened]:
    """``named`` tells who; the person who wrote reads of the hall, not of its staff."""
    return chronicle_of(told_of(grievance), who if named else lambda _event: "")

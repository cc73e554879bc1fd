"""Reading complaints: the handlers' desk by duty, and what has happened to one."""

from dataclasses import dataclass
from functools import partial
from uuid import UUID

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
from hall.keyset import Page, ended, page_of, waiting
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


def desk(user: User, hall: Hall, *, done: bool, after: UUID | None) -> Page[Row]:
    """What waits, oldest duty first, or what is done, newest first; a page costs the same wherever it lies."""
    found = handled_by(user).filter(hall=hall, due__isnull=done).select_related("accused_department", "hall")
    return page_of(ended(found, after) if done else waiting(found, after), PAGE, partial(map, row_of))


def row_of(grievance: Grievance) -> Row:
    return Row(grievance, *limits.lamp_of(grievance, today(), calendar_for(grievance.hall.code)))


def chronicle(grievance: Grievance, *, named: bool) -> list[Happened]:
    """``named`` tells who; the person who wrote reads of the hall, not of its staff."""
    return chronicle_of(told_of(grievance), who if named else lambda _event: "")

"""Receiving: whatever comes in is registered at once, with a number and a query code (domain.md §7.2, stage 1)."""

from dataclasses import dataclass

from django.db import transaction
from django.utils.translation import gettext as _

from applications.history import events_of
from applications.models import Application
from complaints.grievances import limits
from complaints.grievances.events import GrievanceReceived
from complaints.grievances.models import Grievance
from complaints.grievances.queries import own_case
from complaints.grievances.rules import handlers_in, may_handle
from hall.accounts.deeds import announce
from hall.accounts.models import User
from hall.clock import today
from hall.crypto import blind_index
from hall.errors import Invalid
from hall.numbering.codes import query_code
from hall.numbering.counters import next_value
from hall.organisations.models import Department, Hall
from hall.workdays.calendars import calendar_for


@dataclass(frozen=True, slots=True)
class Told:
    """What the person wrote; name and phone may stay empty, and then nobody can be called back."""

    category: str
    title: str
    content: str
    name: str = ""
    phone: str = ""
    case_no: str = ""
    accused_department: Department | None = None
    accused_person: str = ""


@transaction.atomic
def file(told: Told, *, hall: Hall, user: User | None) -> Grievance:
    """Register it with the hall that is responsible; raises Invalid when the case it names is not the person's own."""
    case = _case(told, user)
    grievance = Grievance(
        category=told.category,
        title=told.title,
        content=told.content,
        complainant=user,
        # Left empty it stays empty: signing in is no reason to be named to the handler.
        name=told.name,
        phone=told.phone,
        case_no=told.case_no,
        case_uid=case.uid if case else None,
        accused_department=told.accused_department or (case.offering.department if case else None),
        accused_person=told.accused_person,
        involved=_involved(case),
    )
    _entrust(grievance, case.hall if case else hall)
    _number(grievance)
    announce(grievance, GrievanceReceived(category=told.category), by=user)
    return grievance


def _case(told: Told, user: User | None) -> Application | None:
    """Only one's own case can be named: a wrong number and another's are told alike."""
    found = own_case(user, told.case_no)
    if told.case_no and found is None:
        problem = _("没有找到您名下的这个办件。请登录后从“我的空间”选择办件，或者不填写办件编号。")
        raise Invalid(problem, fields={"case_no": [problem]})
    return found


def _involved(case: Application | None) -> list[str]:
    """Everybody who has acted on the case so far."""
    if case is None:
        return []
    acted = events_of(case).exclude(actor_uid=None).values_list("actor_uid", flat=True)
    return sorted({str(uid) for uid in acted})


def _entrust(grievance: Grievance, hall: Hall) -> None:
    """To the hall itself; where all who could handle it are complained about themselves, to the one above."""
    grievance.hall = hall
    while grievance.hall.parent and not any(may_handle(one, grievance) for one in handlers_in(grievance.hall)):
        grievance.hall = grievance.hall.parent


def _number(grievance: Grievance) -> None:
    grievance.query_code = query_code()
    grievance.query_code_index = blind_index(grievance.query_code)
    period = limits.running(grievance, calendar_for(grievance.hall.code))
    grievance.due = period.due if period else None
    stem = f"{grievance.hall.code}{today():%Y%m%d}"
    grievance.number = f"TS{stem}{next_value('grievance', stem):04d}"

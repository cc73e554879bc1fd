"""The time of a hearing is no time of the agency's (行政许可法 Art. 45): it stops with the written notice (D-10).

Nobody has to approve it: the law takes the time out once somebody asks, or once the agency itself has to hold one.
"""

from datetime import date

from applications import clocks, deadlines
from applications.actions.paperwork import case_facts, draft
from applications.actions.suspend import procedures_of
from applications.documents.builders import SuspensionNotice
from applications.events import Suspended
from applications.models import Handling, Hearing, HearingGround, Room, Suspension, SuspensionKind
from hall.accounts.deeds import announce
from hall.accounts.models import User
from hall.clock import now, today
from hall.workdays.calendars import calendar_for

FREE = "由行政机关承担，申请人、利害关系人不承担费用"
ASKED = "申请人或者利害关系人依法申请听证"
ORDERED = "行政机关依法决定举行听证"


def begin_excluded_time(hearing: Hearing, handling: Handling, *, by: User) -> None:
    """From the request, or the agency's own order, on: told, stopped and announced in the deed that makes it owed.

    Proposed by whoever wants the hearing, answered by the officer who opened it: so no one does both.
    """
    application = handling.application
    of_item = next(one for one in procedures_of(application.spec) if one.kind == SuspensionKind.HEARING)
    why = ASKED if hearing.ground == HearingGround.INTERESTS else ORDERED
    suspension = Suspension(
        application=application,
        handling=handling,
        kind=SuspensionKind.HEARING,
        name=of_item.name,
        basis=of_item.basis,
        reason=why,
        estimated_days=of_item.days or deadlines.ORGANISE_HEARING.days,
        performer=handling.department.name,
        fee_bearer=FREE,
        proposed_by_uid=hearing.uid,
        proposed_by_name=why,
        answered_by_uid=hearing.opened_by_uid,
        answered_by_name=hearing.opened_by_name,
        answered_at=now(),
        begun_on=today(),
    )
    _tell(suspension, handling, hearing, by)
    hearing.suspension = suspension
    hearing.save(update_fields=["suspension"])


def _tell(suspension: Suspension, handling: Handling, hearing: Hearing, by: User) -> None:
    application, expected = handling.application, _expected(suspension, handling)
    application.enter(Room.SUSPENSION)
    paper = SuspensionNotice(
        case_facts(handling),
        name=suspension.name,
        basis=suspension.basis,
        reason=suspension.reason,
        begun_on=today(),
        estimated_days=suspension.estimated_days,
        expected_on=expected,
        performer=suspension.performer,
        fee_bearer=suspension.fee_bearer,
        approver=hearing.opened_by_name,
    )
    suspension.notice = draft(paper, handling, officer=None)
    suspension.save(force_insert=True)
    fact = Suspended(
        suspension=suspension.uid,
        kind=suspension.kind,
        on=today(),
        estimated_days=suspension.estimated_days,
        expected=expected,
    )
    announce(application, fact, by=by)


def _expected(suspension: Suspension, handling: Handling) -> date:
    return clocks.pause_of(suspension).expected(calendar_for(handling.hall.code))

"""What follows from the announced facts of a case, in a transaction of its own each."""

from uuid import UUID

from applications.actions.close import close_if_complete
from applications.actions.counted import CountedCases
from applications.actions.internal_sheet import draft_internal_sheet
from applications.actions.list_broken_rule import list_broken_rule
from applications.actions.receive_report import receive_report
from applications.events import Decided, Delivered, ReportedUp, RuleBroken
from hall.events.announcements import on
from hall.events.models import Event
from hall.workdays.recounting import counted_by_calendar

# A yearly notice or a regional day moves every clock that is still running.
counted_by_calendar(CountedCases)


@on(ReportedUp)
def open_upper_handling(event: Event) -> None:
    """Within one installation the package arrives at once; the upper clock starts with its receipt."""
    receive_report(UUID(event.payload["package"]))


@on(Delivered)
def close_case(event: Event) -> None:
    """Nothing is left to do after service: the case is closed and filed."""
    close_if_complete(event.subject_uid)


@on(Decided)
def file_internal_sheet(event: Event) -> None:
    """D-28 belongs to every decided file."""
    draft_internal_sheet(UUID(event.payload["decision"]))


@on(RuleBroken)
def list_for_supervision(event: Event) -> None:
    """Of cases and licences, and of whatever an upper floor watches."""
    list_broken_rule(event)

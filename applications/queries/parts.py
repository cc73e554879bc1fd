"""The joint parts of a case (行政许可法 Art. 26): who joins, until when, and what they have said."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from applications.lifecycle import HandlingState
from applications.models import Application, Handling, Role, Room
from hall.catalogue.spec import said
from hall.clock import today


@dataclass(frozen=True, slots=True)
class Part:
    """``opinion`` is for the lead alone; the applicant sees who, until when and whether it is done."""

    handling: Handling
    department: str
    title: str
    due: date | None
    done_at: datetime | None
    is_open: bool
    is_late: bool
    is_urged: bool
    favourable: bool | None = None
    opinion: str = ""
    by: str = ""

    @property
    def may_be_urged(self) -> bool:
        return self.is_late and not self.is_urged


def parts_of(application: Application) -> list[Part]:
    """Read only of cases that have been in joint handling; parts that a transfer ended are left out."""
    if not application.has_been_in(Room.JOINT):
        return []
    found = application.handlings.filter(role=Role.JOINT).select_related("department", "urging")
    return list(_parts(application, list(found.prefetch_related("steps").order_by("id"))))


def _parts(application: Application, handlings: list[Handling]) -> Iterator[Part]:
    newest = {one.part: one for one in handlings}
    for handling in newest.values():
        handling.application = application
        yield _part(handling)


def _part(handling: Handling) -> Part:
    step, part = next(iter(handling.steps.all()), None), handling.joint_part
    due, concluded = handling.statutory_due, handling.state == HandlingState.CONCLUDED
    return Part(
        handling=handling,
        department=handling.department.name,
        title=said(part.title) if part else "",
        due=due,
        done_at=handling.ended_at if concluded else None,
        is_open=handling.is_open,
        is_late=handling.is_open and due is not None and today() > due,
        is_urged=hasattr(handling, "urging"),
        favourable=step.favourable if step else None,
        opinion=step.opinion if step else "",
        by=step.done_by_name if step else "",
    )

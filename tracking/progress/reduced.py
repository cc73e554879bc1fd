"""What somebody sees who has only number and code: where the case stands, and nothing personal (domain.md §8.3)."""

from dataclasses import dataclass
from datetime import datetime

from applications.lamps import LampView, lamp_of
from applications.models import Application
from applications.queries.dues import Clock, clocks_of
from applications.queries.mine import holder_of
from applications.timeline import Moment, timeline_of
from hall.clock import today
from hall.masking import mask_name


@dataclass(frozen=True, slots=True)
class Progress:
    """A page may show all of this to whoever holds the query code."""

    case_no: str
    item: str
    applicant: str
    department: str
    phone: str
    supervision_phone: str
    received_at: datetime | None
    state: str
    lamp: LampView
    timeline: list[Moment]
    clocks: list[Clock]
    overrun_reason: str


def progress_of(application: Application) -> Progress:
    handling = holder_of(application)
    assert handling is not None, "only filed cases have a number"
    return Progress(
        case_no=application.case_no or "",
        item=application.offering.name,
        applicant=_applicant(application),
        department=handling.department.name,
        phone=handling.department.phone,
        supervision_phone=handling.department.supervision_phone,
        received_at=application.received_at,
        state=str(application.get_state_display()),
        lamp=lamp_of(application, handling, today=today()),
        timeline=timeline_of(application),
        clocks=clocks_of(application, handling),
        overrun_reason=application.overrun_reason,
    )


def _applicant(application: Application) -> str:
    """An organisation is public; a person keeps the surname only."""
    name = application.applicant_name
    return mask_name(name) if application.applicant_kind == "person" else name

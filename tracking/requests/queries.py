"""Reading requests: the desk of a hall by duty, one with what its page tells, the applicant's own."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import partial
from uuid import UUID

from django.conf import settings
from django.db.models import QuerySet

from hall.accounts.models import User
from hall.clock import SHANGHAI, today
from hall.events.chronicle import Happened, chronicle_of, events_about
from hall.files.models import StoredFile
from hall.keyset import Page, ended, page_of, waiting
from hall.organisations.models import Department, Hall
from hall.review.models import Review
from hall.review.queries import latest_of
from hall.workdays.calendars import calendar_for
from hall.workdays.lamp import Lamp
from tracking.requests.kinds import REVIEW, AnswerKind
from tracking.requests.lifecycle import OPEN, RequestState
from tracking.requests.limits import lamp_of, reasons_until
from tracking.requests.models import InfoRequest
from tracking.requests.rules import handled_by

PAGE = 30


@dataclass(frozen=True, slots=True)
class Row:
    """``lamp`` only while something runs; ``reasons_until`` where reasons were asked for."""

    request: InfoRequest
    lamp: Lamp | None
    lamp_text: str
    reasons_until: date | None


def organs_of(hall: Hall) -> QuerySet[Department]:
    """Whom one can ask in this hall."""
    return Department.objects.filter(hall=hall)


def desk(user: User, hall: Hall, *, done: bool, after: UUID | None) -> Page[Row]:
    """What waits, oldest duty first, or what is done, newest first; a page costs the same wherever it lies."""
    found = handled_by(user).filter(hall=hall).select_related("hall", "department").prefetch_related("third_parties")
    ordered = ended(found.exclude(state__in=OPEN), after) if done else waiting(found.filter(state__in=OPEN), after)
    return page_of(ordered, PAGE, partial(map, row_of))


def row_of(request: InfoRequest) -> Row:
    calendar = calendar_for(request.hall.code)
    return Row(request, *lamp_of(request, today(), calendar), reasons_until(request, calendar))


def so_many(request: InfoRequest) -> tuple[int, date]:
    """How many requests this applicant made to this organ of late, and since when they are counted."""
    first = today() - timedelta(days=settings.HALL_REQUEST_MANY_WITHIN_DAYS)
    since = datetime.combine(first, time(), SHANGHAI)
    theirs = InfoRequest.objects.filter(applicant=request.applicant_id, department=request.department_id)
    return theirs.filter(submitted_at__gte=since).count(), first


def chronicle(request: InfoRequest, *, named: bool) -> list[Happened]:
    """``named`` tells who; the applicant reads of the organ, not of its staff."""
    return chronicle_of(events_about(request.uid), lambda event: event.actor_name if named else "")


def provided_file(request: InfoRequest) -> StoredFile | None:
    """What the applicant may fetch: the file of the answer, once that was checked."""
    return request.answer_file if told_answer(request) else None


def told_answer(request: InfoRequest) -> bool:
    """Whether the applicant may read the answer: before it was checked it is nobody's answer yet."""
    return bool(request.state == RequestState.ANSWERED)


def answer_label(request: InfoRequest) -> str:
    return str(AnswerKind(request.answer_kind).label) if request.answer_kind else ""


def review_of(request: InfoRequest) -> Review | None:
    return latest_of(REVIEW, request.uid)

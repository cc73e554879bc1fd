"""Reading requests: the desk of a hall by duty, one with what its page tells, the applicant's own."""

from dataclasses import dataclass
from uuid import UUID

from django.db.models import QuerySet

from hall.accounts.models import User
from hall.clock import today
from hall.events.chronicle import Happened, chronicle_of, events_about
from hall.organisations.models import Department, Hall
from hall.review.models import Review
from hall.review.queries import latest_of
from hall.workdays.calendars import calendar_for
from hall.workdays.lamp import Lamp
from tracking.requests.kinds import REVIEW, AnswerKind
from tracking.requests.lifecycle import OPEN, RequestState
from tracking.requests.limits import lamp_of
from tracking.requests.models import InfoRequest
from tracking.requests.rules import handled_by

PAGE = 30


@dataclass(frozen=True, slots=True)
class Row:
    """``lamp`` only while something runs."""

    request: InfoRequest
    lamp: Lamp | None
    lamp_text: str


@dataclass(frozen=True, slots=True)
class Page:
    """``following`` is the uid of the last row when there are more."""

    rows: list[Row]
    following: UUID | None


def organs_of(hall: Hall) -> QuerySet[Department]:
    """Whom one can ask in this hall."""
    return Department.objects.filter(hall=hall)


def desk(user: User, hall: Hall, *, done: bool, after: UUID | None) -> Page:
    """What waits, oldest duty first, or what is done, newest first; a page costs the same wherever it lies."""
    found = handled_by(user).filter(hall=hall).select_related("hall", "department").prefetch_related("third_parties")
    last = InfoRequest.objects.filter(uid=after).first() if after else None
    ordered = _ended(found.exclude(state__in=OPEN), last) if done else _waiting(found.filter(state__in=OPEN), last)
    rows = list(ordered[: PAGE + 1])
    return Page([row_of(one) for one in rows[:PAGE]], rows[PAGE - 1].uid if len(rows) > PAGE else None)


def _waiting(found: QuerySet[InfoRequest], last: InfoRequest | None) -> QuerySet[InfoRequest]:
    if last:
        found = found.filter(due__gte=last.due).exclude(due=last.due, uid__lte=last.uid)
    return found.order_by("due", "uid")


def _ended(found: QuerySet[InfoRequest], last: InfoRequest | None) -> QuerySet[InfoRequest]:
    if last and last.ended_at:
        found = found.filter(ended_at__lte=last.ended_at).exclude(ended_at=last.ended_at, uid__gte=last.uid)
    return found.order_by("-ended_at", "-uid")


def row_of(request: InfoRequest) -> Row:
    return Row(request, *lamp_of(request, today(), calendar_for(request.hall.code)))


def chronicle(request: InfoRequest, *, named: bool) -> list[Happened]:
    """``named`` tells who; the applicant reads of the organ, not of its staff."""
    return chronicle_of(events_about(request.uid), lambda event: event.actor_name if named else "")


def told_answer(request: InfoRequest) -> bool:
    """Whether the applicant may read the answer: before it was checked it is nobody's answer yet."""
    return bool(request.state == RequestState.ANSWERED)


def answer_label(request: InfoRequest) -> str:
    return str(AnswerKind(request.answer_kind).label) if request.answer_kind else ""


def review_of(request: InfoRequest) -> Review | None:
    return latest_of(REVIEW, request.uid)

"""Notices of violations: what a department sent and received, and how long an answer is still awaited (Art. 64)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from applications import deadlines
from applications.models import Exhibit, Licence, ViolationNotice
from applications.queries.exhibits import exhibits_of
from applications.rules import Visitor, may_answer_violation, violations_for
from hall.accounts.models import User
from hall.clock import local_date, today
from hall.errors import NotFound
from hall.organisations.models import Hall
from hall.workdays.arithmetic import Limit
from hall.workdays.calendars import calendar_for

PAGE = 30


@dataclass(frozen=True, slots=True)
class Noticed:
    """One notice as a list shows it; ``ours`` where this side answers."""

    notice: ViolationNotice
    due: date | None
    ours: bool

    @property
    def is_late(self) -> bool:
        return self.notice.answered_at is None and self.due is not None and today() > self.due


def due_of(notice: ViolationNotice) -> date | None:
    """Its own working days from receipt, by the calendar of the agency that answers; none before it arrived."""
    if notice.received_at is None:
        return None
    calendar = calendar_for(notice.licence.issuer.hall.code)
    return deadlines.period_of(local_date(notice.received_at), Limit(notice.days, "working"), calendar).due


def notice_for(user: Visitor, uid: UUID) -> ViolationNotice:
    """Raises NotFound for whoever works neither where it was sent nor where it is answered."""
    found = _whole(violations_for(user)).filter(uid=uid).first()
    if found is None:
        raise NotFound(_("没有找到这份抄告。"))
    return found


def page(user: User, hall: Hall, after: str) -> tuple[list[Noticed], str]:
    """Sent from this hall or to be answered here, newest first."""
    here = Q(department__hall=hall) | Q(licence__issuer__hall=hall, received_at__isnull=False)
    found = _whole(violations_for(user)).filter(here)
    if place := _place(found, after):
        found = found.filter(pk__lt=place)
    rows = list(found.order_by("-pk")[: PAGE + 1])
    return [noticed(one, user) for one in rows[:PAGE]], str(rows[PAGE - 1].uid) if len(rows) > PAGE else ""


def noticed(notice: ViolationNotice, user: User) -> Noticed:
    return Noticed(notice, due_of(notice), may_answer_violation(user, notice))


def received_about(licence: Licence) -> list[ViolationNotice]:
    """What others told of this licence, newest first."""
    found = licence.violation_notices.select_related("department").exclude(received_at=None)
    return list(found.order_by("-id"))


def files_of(notice: ViolationNotice) -> Sequence[Exhibit]:
    return exhibits_of([notice.uid]).get(notice.uid, [])


def _whole(found: QuerySet[ViolationNotice]) -> QuerySet[ViolationNotice]:
    return found.select_related("licence__issuer__hall", "licence__application", "department__hall")


def _place(found: QuerySet[ViolationNotice], uid: str) -> int | None:
    try:
        return found.values_list("pk", flat=True).filter(uid=UUID(uid)).first() if uid else None
    except ValueError:
        return None

"""The events that supervision reads (domain.md §7.4): of the departments a supervisor watches, newest first."""

from dataclasses import dataclass
from uuid import UUID

from django.db.models import Q, QuerySet
from django.urls import reverse

from applications.models import BrokenRule
from applications.supervision import RULES
from hall.accounts.models import Duty, User
from hall.accounts.rules import departments_of
from hall.organisations.models import Hall
from hall.workdays.lamp import Lamp

PAGE = 30


@dataclass(frozen=True, slots=True)
class Row:
    """``url`` where a page of the desk tells more."""

    one: BrokenRule
    label: str
    lamp: Lamp
    url: str


def watched_by(user: User, hall: Hall) -> QuerySet[BrokenRule]:
    """Of one's own departments, and what belongs to no department of the hall in particular."""
    places = departments_of(user, Duty.SUPERVISOR).filter(hall=hall)
    return BrokenRule.objects.filter(Q(department__in=places) | Q(department=None), hall=hall)


def page(user: User, hall: Hall, *, rule: str, after: str) -> tuple[list[Row], str]:
    """``after`` is the uid of the last row shown, what comes back the one to go on from."""
    found = watched_by(user, hall).select_related("department")
    if rule:
        found = found.filter(rule=rule)
    if place := _place(found, after):
        found = found.filter(pk__lt=place)
    rows = list(found.order_by("-pk")[: PAGE + 1])
    return [_row(one) for one in rows[:PAGE]], str(rows[PAGE - 1].uid) if len(rows) > PAGE else ""


def _place(found: QuerySet[BrokenRule], uid: str) -> int | None:
    try:
        return found.values_list("pk", flat=True).filter(uid=UUID(uid)).first() if uid else None
    except ValueError:
        return None


def _row(one: BrokenRule) -> Row:
    label = str(RULES[one.rule].label) if one.rule in RULES else one.rule
    return Row(one, label, Lamp(one.level), _url(one))


def _url(one: BrokenRule) -> str:
    if one.handling_uid:
        return reverse("desk:case", args=[one.handling_uid])
    return reverse("desk:licence", args=[one.licence_uid]) if one.licence_uid else ""

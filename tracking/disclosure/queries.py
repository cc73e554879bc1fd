"""Reading disclosures: the queue of a hall by due date, and one with all that its page tells."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import Any
from uuid import UUID

from django.db.models import Field, Prefetch, Q, QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from applications.models import Application, ConfidentialClaim
from applications.queries.claims import claims_of
from hall.accounts.models import Duty, User
from hall.accounts.rules import departments_of, has_duty
from hall.clock import today
from hall.events.chronicle import Happened, chronicle_of, events_about
from hall.keyset import Page, ended, page_of, waiting
from hall.organisations.models import Hall
from hall.review.models import Review
from hall.review.queries import Highlight, latest_of
from hall.review.queries import highlights as told
from hall.review.sweep import sweep_fields
from hall.workdays.calendars import calendar_for
from hall.workdays.lamp import Lamp
from tracking.disclosure.actions.judge import APPROVING
from tracking.disclosure.actions.send import KIND
from tracking.disclosure.change_lifecycle import REVIEWED_CHANGES, ChangeState
from tracking.disclosure.lifecycle import PUBLISHED_ONCE, DisclosureState
from tracking.disclosure.limits import lamp_of
from tracking.disclosure.models import Disclosure, ProposedChange
from tracking.disclosure.rules import visible_to

PAGE = 30
MOST = 999
SCOPES = {
    "draft": (gettext_lazy("待起草确认"), [DisclosureState.DRAFT]),
    "reviewing": (gettext_lazy("待保密审查"), [DisclosureState.REVIEWING]),
    "approving": (gettext_lazy("待批准公开"), [DisclosureState.APPROVING]),
    "changes": (gettext_lazy("变更待审查"), []),
    "done": (gettext_lazy("已办"), [*PUBLISHED_ONCE, DisclosureState.WITHHELD]),
}

# Of what is published or was: in which tab its change waits.
CHANGES = {"changes": REVIEWED_CHANGES, "approving": [ChangeState.APPROVING]}

# Whose work a tab is, and which deed several of its rows may take at once.
WORK = {
    "draft": (Duty.DISCLOSER, "send"),
    "reviewing": (Duty.SECRECY, "pass"),
    "approving": (Duty.HEAD, "publish"),
}


@dataclass(frozen=True, slots=True)
class Row:
    """``lamp`` only while it runs: what is published or withheld waits for nothing."""

    disclosure: Disclosure
    lamp: Lamp | None
    lamp_text: str


def page(user: User, hall: Hall, scope: str, after: UUID | None) -> Page[Row]:
    """What waits by due date, what is done newest first; a page costs the same wherever it lies."""
    found = _of(user, hall, scope).select_related("department")
    ordered = ended(found, after) if scope == "done" else waiting(found, after)
    return page_of(ordered, PAGE, partial(_lit, hall=hall))


def first_scope(user: User) -> str:
    """Where this person's own work lies; whoever may open the queue has some."""
    return next(scope for scope, (duty, _deed) in WORK.items() if has_duty(user, duty))


def deed_for_several(user: User, hall: Hall, scope: str) -> str:
    """What this person may do to several rows of the tab at once; empty where nothing."""
    duty, deed = WORK.get(scope, ("", ""))
    return deed if duty and departments_of(user, duty).filter(hall=hall).exists() else ""


def counts(user: User, hall: Hall) -> dict[str, str]:
    """How many wait in each tab, counted no further than a page can say."""
    return {scope: _capped(_of(user, hall, scope)) for scope in SCOPES if scope != "done"}


def _of(user: User, hall: Hall, scope: str) -> QuerySet[Disclosure]:
    found, waiting = visible_to(user).filter(hall=hall), Q(state__in=SCOPES[scope][1])
    if scope not in CHANGES:
        return found.filter(waiting)
    changes = ProposedChange.objects.filter(state__in=CHANGES[scope], disclosure__hall=hall)
    shown = Prefetch("changes", changes, to_attr="waiting_changes")
    # By their keys, which are few: both ways of waiting stay a look into an index.
    waiting |= Q(pk__in=list(changes.values_list("disclosure", flat=True)))
    return found.filter(waiting).prefetch_related(shown)


def _capped(found: QuerySet[Disclosure]) -> str:
    number = found[: MOST + 1].count()
    return f"{MOST}+" if number > MOST else str(number)


def _lit(disclosures: Iterable[Disclosure], hall: Hall) -> Iterator[Row]:
    calendar = calendar_for(hall.code)
    for disclosure in disclosures:
        lit = (None, "") if disclosure.ended_at else lamp_of(disclosure.decided_on, today(), calendar, disclosure.waits)
        yield Row(disclosure, *lit)


def lamp_now(disclosure: Disclosure) -> Row:
    return next(_lit([disclosure], disclosure.hall))


def highlights(disclosure: Disclosure, review: Review | None) -> list[Highlight]:
    """Of a draft, what the sweep finds now; later, what the review keeps."""
    kept: list[dict[str, Any]] = (
        review.findings if review and disclosure.state != DisclosureState.DRAFT else sweep_fields(disclosure.texts())
    )
    return told(kept, label_of)


def label_of(name: str) -> str | Promise:
    """The name of a field for its reader."""
    field = Disclosure._meta.get_field(name)
    assert isinstance(field, Field)
    return field.verbose_name


def review_of(disclosure: Disclosure) -> Review | None:
    """The newest secrecy review."""
    return latest_of(KIND, disclosure.uid)


def last_look_of(disclosure: Disclosure) -> Review | None:
    """The look of whoever approves, once what came out of the newest secrecy review lies there."""
    review, last = review_of(disclosure), latest_of(APPROVING, disclosure.uid)
    return last if review and last and last.pk > review.pk else None


def sent_back_with(disclosure: Disclosure) -> str:
    """What a draft came back with, from the review or from whoever approves; empty for a fresh one."""
    looks = Review.objects.filter(kind__in=[KIND, APPROVING], subject_uid=disclosure.uid).order_by("-id")
    newest = looks.first() if disclosure.state == DisclosureState.DRAFT else None
    return newest.remark if newest else ""


def claims_on(disclosure: Disclosure) -> list[ConfidentialClaim]:
    """What the applicant marked as a secret when filing (行政许可法 Art. 5)."""
    application = Application.objects.only("rooms").filter(uid=disclosure.application_uid).first()
    return claims_of(application) if application else []


def chronicle(disclosure: Disclosure) -> list[Happened]:
    return chronicle_of(events_about(disclosure.uid), lambda event: event.actor_name or _("系统自动处理"))

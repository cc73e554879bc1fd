"""The applicant's own cases: lists by keyset, newest first, and one of them with its parts."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from applications.clocks import read_ahead
from applications.lamps import LampView, lamp_of
from applications.lifecycle import EARLY_ENDS, CaseState
from applications.models import Application, Handling, Material, Paper, Role, lead_among
from applications.models.paper import PaperState
from applications.rules import owned_by, papers_for
from hall.accounts.models import User
from hall.catalogue.models import ItemVersion
from hall.clock import today
from hall.errors import NotFound
from hall.workdays.calendars import calendar_for

PAGE = 20
OPEN_STATES = [CaseState.RECEIVED, CaseState.CORRECTING, CaseState.ACCEPTED, CaseState.DECIDED]
ENDED_STATES = [CaseState.DELIVERED, CaseState.CLOSED, *EARLY_ENDS]
SHOWS = {"open": OPEN_STATES, "ended": ENDED_STATES, "drafts": [CaseState.DRAFT]}


@dataclass(frozen=True, slots=True)
class Row:
    application: Application
    handling: Handling | None
    lamp: LampView


@dataclass(frozen=True, slots=True)
class Page:
    """``older`` and ``newer`` are the uids after and before which the neighbours begin; empty at the ends."""

    rows: list[Row]
    older: str = ""
    newer: str = ""


def my_cases(user: User, *, show: str = "", after: str = "", before: str = "", size: int = PAGE) -> Page:
    """One page, newest first: from behind ``after``, or the page that ends just before ``before``."""
    mine = owned_by(user).select_related("offering__department", "hall")
    if show in SHOWS:
        mine = mine.filter(state__in=SHOWS[show])
    if before:
        found = list(mine.filter(id__gt=_key(user, before)).order_by("id")[: size + 1])
        rows = found[:size][::-1]
        return _page(rows, older=bool(rows), newer=len(found) > size)
    found = list((mine.filter(id__lt=_key(user, after)) if after else mine).order_by("-id")[: size + 1])
    return _page(found[:size], older=len(found) > size, newer=bool(after and found))


def _key(user: User, uid: str) -> int:
    """The place of a row in the list; somebody else's uid is as if absent."""
    try:
        return owned_by(user).values_list("id", flat=True).get(uid=UUID(uid))
    except (ValueError, Application.DoesNotExist):
        raise NotFound(_("没有找到这个办件。")) from None


def _page(applications: list[Application], *, older: bool, newer: bool) -> Page:
    if not applications:
        return Page([])
    return Page(
        _rows(applications),
        older=str(applications[-1].uid) if older else "",
        newer=str(applications[0].uid) if newer else "",
    )


def _rows(applications: list[Application]) -> list[Row]:
    # One reading of each version's content for the whole page, however many cases share it.
    versions = ItemVersion.objects.in_bulk({one.item_version_id for one in applications})
    parts = Handling.objects.filter(application__in=applications).select_related("department", "hall")
    latest = _leads(parts)
    calendars = {part.hall.code: calendar_for(part.hall.code) for part in _one_a_hall(latest.values())}
    rows, day = [], today()
    read_ahead(applications)
    for application in applications:
        application.item_version = versions[application.item_version_id]
        handling = latest.get(application.pk)
        calendar = calendars[handling.hall.code] if handling else None
        rows.append(Row(application, handling, lamp_of(application, handling, today=day, calendar=calendar)))
    return rows


def _leads(parts: Iterable[Handling]) -> dict[int, Handling]:
    """Who answers for each case."""
    by_case: dict[int, list[Handling]] = defaultdict(list)
    for part in parts:
        by_case[part.application_id].append(part)
    return {case: lead for case, found in by_case.items() if (lead := lead_among(found))}


def _one_a_hall(handlings: Iterable[Handling]) -> Iterable[Handling]:
    return {part.hall_id: part for part in handlings}.values()


def my_case(user: User, uid: UUID) -> Application:
    """One of the user's own cases; anybody else's is as if absent."""
    related = ["hall", "offering__department", "offering__item", "item_version", "applicant"]
    found = owned_by(user).select_related(*related).filter(uid=uid).first()
    if found is None:
        raise NotFound(_("没有找到这个办件。"))
    return found


def holder_of(application: Application) -> Handling | None:
    """The part that holds the case now, or held it last."""
    found = lead_among(application.handlings.select_related("department", "hall").filter(role=Role.LEAD))
    if found:
        found.application = application
    return found


def my_papers(user: User, application: Application) -> QuerySet[Paper]:
    """The papers of this case that the applicant may have; internal ones are not among them."""
    mine = Paper.objects.filter(papers_for(user), application=application)
    return mine.exclude(state=PaperState.VOIDED).select_related("file").order_by("id")


def materials_now(application: Application) -> dict[str, Material]:
    """The material that counts for each entry of the item's list."""
    current = application.materials.filter(replaced_at=None).select_related("file")
    return {one.key: one for one in current.order_by("round", "id")}

"""Reading the calendar: what is known, which versions there were, which changes are proposed and what they move."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db.models import OuterRef, QuerySet, Subquery
from django.utils.translation import gettext as _

from hall.clock import today
from hall.errors import Invalid, NotFound
from hall.events.models import Delivery
from hall.organisations.models import Division
from hall.workdays.models import (
    NATION,
    CalendarDay,
    CalendarProposal,
    CalendarRevision,
    CalendarYear,
    ProposalState,
    ProposedMove,
)

PAGE = 50
LATEST = 20


def place(text: str) -> int | None:
    """The place in a list that an address names; None for its beginning."""
    if not text:
        return None
    if not (text.isascii() and text.isdigit() and len(text) < 18):
        raise Invalid(_("翻页地址不完整，请从第一页重新查看。"))
    return int(text)


def years_known() -> QuerySet[CalendarYear]:
    """From last year on: what is older moves no date any more."""
    return CalendarYear.objects.filter(year__gte=today().year - 1).order_by("year")


def regional_days() -> QuerySet[CalendarDay]:
    return CalendarDay.objects.exclude(region=NATION).filter(date__year__gte=today().year - 1)


def latest_versions(before: int | None = None) -> list[CalendarRevision]:
    """Newest first; one more than a page tells that there are older ones."""
    found = CalendarRevision.objects.defer("content").order_by("-pk")
    return list((found.filter(pk__lt=before) if before else found)[: LATEST + 1])


def proposals() -> QuerySet[CalendarProposal]:
    return CalendarProposal.objects.defer("content", "rows").order_by("-id")[:LATEST]


def proposal_of(uid: UUID) -> CalendarProposal:
    found = CalendarProposal.objects.defer("content").select_related("revision").filter(uid=uid).first()
    if found is None:
        raise NotFound(_("没有找到这项日历变更。"))
    return found


@dataclass(frozen=True, slots=True)
class MovesPage:
    moves: Sequence[ProposedMove]
    following: int | None


def moves_of(proposal: CalendarProposal, after: int = 0) -> MovesPage:
    place_names = Division.objects.filter(code=OuterRef("hall_code")).values("name")[:1]
    ordered = proposal.moves.filter(id__gt=after).annotate(place=Subquery(place_names)).order_by("id")
    found = list(ordered[: PAGE + 1])
    return MovesPage(found[:PAGE], found[PAGE - 1].pk if len(found) > PAGE else None)


def still_recounting(proposal: CalendarProposal) -> bool:
    """Whether open rows are still to be counted by the version that this proposal made."""
    if proposal.state != ProposalState.APPLIED or proposal.revision is None:
        return False
    waiting = Delivery.objects.filter(done_at=None, event__kind__startswith="hall.workdays.")
    return waiting.filter(event__payload__calendar_version=proposal.revision.version).exists()

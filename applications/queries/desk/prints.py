"""Papers that may be printed together: signed ones of the departments where somebody hands papers out."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.db.models import QuerySet

from applications.models import Paper
from applications.models.paper import PaperState
from hall.accounts.models import Duty, User
from hall.accounts.rules import departments_of
from hall.organisations.models import Hall

PAGE = 50


@dataclass(frozen=True, slots=True)
class PrintPage:
    papers: list[Paper]
    next: str = ""


def printable_by(user: User, hall: Hall) -> QuerySet[Paper]:
    """Signed papers issued here that this person may hand out (行政许可法 Art. 44)."""
    places = departments_of(user, Duty.WINDOW, Duty.CERTIFICATES).filter(hall=hall)
    signed = Paper.objects.filter(issuer__in=places, state__in=[PaperState.PRINTED, PaperState.SERVED])
    return signed.select_related("file", "application")


def print_page(found: QuerySet[Paper], *, kind: str = "", again: bool = False, after: str = "") -> PrintPage:
    """Newest first; ``again`` lists also what a printer has seen. ``after`` is the uid of the last row shown."""
    if not again:
        found = found.filter(copied_at=None)
    if kind:
        found = found.filter(kind=kind)
    if after and (place := _place(found, after)):
        found = found.filter(pk__lt=place)
    rows = list(found.order_by("-pk")[: PAGE + 1])
    return PrintPage(rows[:PAGE], str(rows[PAGE - 1].uid) if len(rows) > PAGE else "")


def _place(found: QuerySet[Paper], uid: str) -> int | None:
    try:
        return found.values_list("pk", flat=True).filter(uid=UUID(uid)).first()
    except ValueError:
        return None


def chosen(found: QuerySet[Paper], uids: Iterable[str]) -> list[Paper]:
    """What was ticked, in the order of its drafting; what is not theirs is as if it were not ticked."""
    wanted = [uid for uid in (_uid(text) for text in list(uids)[:PAGE]) if uid]
    return list(found.filter(uid__in=wanted).order_by("pk"))


def _uid(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None

"""Reading the register: every list is bounded, paged by keyset, and never joins a case."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from hall.errors import NotFound
from hall.textsearch import search
from tracking.register.models import Record

PAGE = 20
MOST = 10_000


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the reader looks for; ``before`` is the keyset cursor of the last row seen."""

    hall_code: str = ""
    query: str = ""
    department: str = ""
    item: str = ""
    decided_from: date | None = None
    decided_to: date | None = None
    before: tuple[date, int] | None = None


def filtered(wanted: Wanted) -> QuerySet[Record]:
    """Every record that fits all but the words, newest decision first."""
    conditions = Q()
    if wanted.hall_code:
        conditions &= Q(hall_code=wanted.hall_code)
    if wanted.department:
        conditions &= Q(issuer_name=wanted.department)
    if wanted.item:
        conditions &= Q(item_name=wanted.item)
    if wanted.decided_from:
        conditions &= Q(decided_on__gte=wanted.decided_from)
    if wanted.decided_to:
        conditions &= Q(decided_on__lte=wanted.decided_to)
    return Record.objects.filter(conditions).order_by("-decided_on", "-id")


@dataclass(frozen=True, slots=True)
class Page:
    """``count`` in words: exact to ten thousand, "10000+" beyond. ``following`` is the cursor of the next page."""

    records: list[Record]
    count: str
    following: tuple[date, int] | None


def page(wanted: Wanted) -> Page:
    rows, count = _found(wanted)
    if wanted.before:
        day, pk = wanted.before
        rows = rows.filter(Q(decided_on__lt=day) | Q(decided_on=day, id__lt=pk))
    found = list(rows[: PAGE + 1])
    more = (found[PAGE - 1].decided_on, found[PAGE - 1].pk) if len(found) > PAGE else None
    return Page(found[:PAGE], count, more)


def _found(wanted: Wanted) -> tuple[QuerySet[Record], str]:
    rows = filtered(wanted)
    if wanted.query.strip():
        hits = search(rows, "search_text", wanted.query)
        return hits.rows, _in_words(hits.count, capped=hits.capped)
    number = rows.order_by()[: MOST + 1].count()
    return rows, _in_words(min(number, MOST), capped=number > MOST)


def _in_words(number: int, *, capped: bool) -> str:
    return f"{number}+" if capped else str(number)


def record(uid: UUID) -> Record:
    found = Record.objects.filter(uid=uid).first()
    if found is None:
        raise NotFound(_("没有找到这条公示记录。"))
    return found


def latest(hall_code: str, number: int = 6) -> list[Record]:
    """The newest records of a hall, or of the whole city for the city hall."""
    return list(filtered(Wanted(hall_code=hall_code))[:number])

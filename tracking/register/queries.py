"""Reading the register: every list is bounded, paged by keyset, and never joins a case."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from hall.errors import NotFound
from hall.organisations.models import Hall
from hall.textsearch import Found, search
from tracking.register.cursor import Cursor
from tracking.register.models import Record, RecordInspection

PAGE = 20


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the reader looks for, and from where on."""

    query: str = ""
    department: str = ""
    decided_from: date | None = None
    decided_to: date | None = None
    cursor: Cursor | None = None


@dataclass(frozen=True, slots=True)
class Page:
    """``count`` in words: exact to ten thousand, "10000+" beyond."""

    records: list[Record]
    count: str
    newer: Cursor | None
    older: Cursor | None


def of_hall(hall: Hall) -> QuerySet[Record]:
    """A district shows its own records, the city's site those of the whole city."""
    return Record.objects.all() if hall.is_city else Record.objects.filter(hall_code=hall.code)


def page(hall: Hall, wanted: Wanted) -> Page:
    found = _found(hall, wanted)
    cursor = wanted.cursor
    rows = found.rows.filter(cursor.beyond) if cursor else found.rows
    towards_newer = bool(cursor and cursor.newer)
    order = ("decided_on", "uid") if towards_newer else ("-decided_on", "-uid")
    read = list(rows.order_by(*order)[: PAGE + 1])
    more, records = len(read) > PAGE, read[:PAGE]
    if towards_newer:
        records.reverse()
    count = f"{found.count}+" if found.capped else str(found.count)
    if not records:
        return Page([], count, None, None)
    newer = more if towards_newer else cursor is not None
    older = towards_newer or more
    return Page(
        records,
        count,
        newer=Cursor.at(records[0], newer=True) if newer else None,
        older=Cursor.at(records[-1]) if older else None,
    )


def _found(hall: Hall, wanted: Wanted) -> Found[Record]:
    """Both words go through the one index on pieces; the department is then looked at in its own column."""
    rows = of_hall(hall).filter(_days(wanted))
    if wanted.department:
        rows = search(rows.filter(issuer_name__contains=wanted.department), "search_text", wanted.department).rows
    return search(rows, "search_text", wanted.query)


def _days(wanted: Wanted) -> Q:
    days = Q()
    if wanted.decided_from:
        days &= Q(decided_on__gte=wanted.decided_from)
    if wanted.decided_to:
        days &= Q(decided_on__lte=wanted.decided_to)
    return days


def record(hall: Hall, uid: UUID) -> Record:
    found = of_hall(hall).filter(uid=uid).first()
    if found is None:
        raise NotFound(_("没有找到这条公示记录。"))
    return found


def inspections_of(record: Record) -> QuerySet[RecordInspection]:
    """What inspections after the grant came to, newest first."""
    return RecordInspection.objects.filter(record=record)


def latest(hall: Hall, number: int = 6) -> list[Record]:
    return list(of_hall(hall).order_by("-decided_on", "-uid")[:number])

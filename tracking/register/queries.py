"""Reading the register: every list is bounded, paged by keyset, and never joins a case."""

from dataclasses import dataclass, field
from datetime import date, datetime, time
from uuid import UUID

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from hall.clock import SHANGHAI, day_in_words, local_date
from hall.errors import Gone, NotFound
from hall.organisations.models import Hall
from hall.textsearch import Asked, Found, Position, backend
from tracking.register.cursor import cursor_at
from tracking.register.models import Record, RecordChange, RecordInspection, RecordStanding, TakenBack
from tracking.register.searching import REGISTER, words_of

PAGE = 20
# Of what was taken back.
TAKEN_BACK = 500


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the reader looks for, and from where on. ``department`` may be a part of the name; the others are whole."""

    query: str = ""
    in_content: bool = False
    department: str = ""
    division: str = ""
    issuer: str = ""
    item: str = ""
    kind: str = ""
    status: str = ""
    decided_from: date | None = None
    decided_to: date | None = None
    best_first: bool = False
    position: Position | None = None

    def narrowed(self) -> dict[str, str]:
        """The whole values that records must have, by column."""
        told = {
            "hall_code": self.division,
            "kind": self.kind,
            "status": self.status,
            "issuer_name": self.issuer,
            "item_name": self.item,
        }
        return {column: value for column, value in told.items() if value}


@dataclass(frozen=True, slots=True)
class Page:
    """``count`` in words: exact to ten thousand, "10000+" beyond, where ``facets`` are not counted either.

    ``newer`` and ``older`` are the cursors of the neighbouring pages, empty where there is none.
    """

    records: list[Record]
    count: str
    newer: str
    older: str
    best_first: bool = False
    facets: dict[str, list[tuple[str, int]]] = field(default_factory=dict)


def of_hall(hall: Hall) -> QuerySet[Record]:
    """A district shows its own records, the city's site those of the whole city."""
    return Record.objects.all() if hall.is_city else Record.objects.filter(hall_code=hall.code)


def page(hall: Hall, wanted: Wanted) -> Page:
    found = backend().find(REGISTER, _asked(hall, wanted))
    records = _records(hall, found)
    count = f"{found.count}+" if found.capped else str(found.count)
    newer = older = ""
    if found.hits:
        backwards = bool(wanted.position and wanted.position.backwards)
        newer = cursor_at(found.hits[0]) if (found.more if backwards else wanted.position) else ""
        older = cursor_at(found.hits[-1]) if backwards or found.more else ""
    return Page(records, count, newer, older, found.best_first, dict(found.facets))


def _asked(hall: Hall, wanted: Wanted) -> Asked:
    # A district's list is its own, whatever division is asked for.
    filters = wanted.narrowed() | ({} if hall.is_city else {"hall_code": hall.code})
    return Asked(
        words=words_of(wanted.query),
        text="content_text" if wanted.in_content else "search_text",
        filters=filters,
        containing={"issuer_name": wanted.department} if wanted.department else {},
        since=wanted.decided_from,
        until=wanted.decided_to,
        best_first=wanted.best_first,
        position=wanted.position,
        size=PAGE,
    )


def _records(hall: Hall, found: Found) -> list[Record]:
    """The rows as they stand now, whatever an index of its own still holds: one that is gone is not shown."""
    rows = of_hall(hall).in_bulk([hit.key for hit in found.hits])
    return [rows[hit.key] for hit in found.hits if hit.key in rows]


def record(hall: Hall, uid: UUID) -> Record:
    """Raises NotFound, or Gone for an organisation's record that was taken back.

    A natural person's is as if it had never been: to say that it is gone would tell whoever kept the address that
    something had been published about them (个人信息保护法 Art. 47).
    """
    found = of_hall(hall).filter(uid=uid).first()
    if found:
        return found
    left = taken_back(hall).filter(record_uid=uid).first()
    if left:
        raise Gone(_("这条公示记录已于%(day)s撤下，不再公开。") % {"day": day_in_words(local_date(left.at))})
    raise NotFound(_("没有找到这条公示记录。"))


def taken_back(hall: Hall) -> QuerySet[TakenBack]:
    """What holders of the data have to delete: organisations' alone."""
    found = TakenBack.objects.filter(grantee_is_person=False)
    return found if hall.is_city else found.filter(hall_code=hall.code)


def taken_back_since(hall: Hall, since: date | None, after: UUID | None) -> list[TakenBack]:
    """In their order, from the day on, one more than a page."""
    found = taken_back(hall).order_by("uid")
    if since:
        found = found.filter(at__gte=datetime.combine(since, time(), SHANGHAI))
    return list((found.filter(uid__gt=after) if after else found)[: TAKEN_BACK + 1])


def changes_of(record_uid: UUID) -> list[RecordChange]:
    """更正记录, oldest first."""
    return list(RecordChange.objects.filter(record_uid=record_uid).order_by("id"))


def standings_of(record: Record) -> list[RecordStanding]:
    return list(RecordStanding.objects.filter(record=record))


def inspections_of(record: Record) -> QuerySet[RecordInspection]:
    """What inspections after the grant came to, newest first."""
    return RecordInspection.objects.filter(record=record)


def latest(hall: Hall, number: int = 6) -> list[Record]:
    return list(of_hall(hall).order_by("-decided_on", "-uid")[:number])

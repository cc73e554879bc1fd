"""Keyset paging of the desk: a page costs the same wherever it lies and however many cases there are."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import QuerySet

from applications.models import Handling

PAGE = 25
CAP = 99


@dataclass(frozen=True, slots=True)
class Cursor:
    """The last row of a page by what it is sorted by; ``due`` empty where no date counts."""

    due: date | None
    uid: UUID

    def __str__(self) -> str:
        return f"{self.due or 'none'}_{self.uid}"


def cursor_from(text: str) -> Cursor | None:
    """Anything unreadable begins at the first page."""
    due, _mark, uid = text.partition("_")
    try:
        return Cursor(None if due == "none" else date.fromisoformat(due), UUID(uid))
    except ValueError:
        return None


def open_order(found: QuerySet[Handling]) -> QuerySet[Handling]:
    return found.order_by("desk_due", "id")


def after_open(found: QuerySet[Handling], cursor: Cursor | None) -> list[QuerySet[Handling]]:
    """What follows the cursor by (day, id), as runs to be read one after the other: rows without a day come last."""
    place = _place(cursor)
    if cursor is None or place is None:
        return [found]
    undated = found.filter(desk_due__isnull=True)
    if cursor.due is None:
        return [undated.filter(id__gt=place)]
    # Written so that the index is entered at the day, not read from its beginning.
    later = found.filter(desk_due__gte=cursor.due).exclude(desk_due=cursor.due, id__lte=place)
    return [later, undated]


def ended_order(found: QuerySet[Handling]) -> QuerySet[Handling]:
    return found.order_by("-ended_at", "-id")


def after_ended(found: QuerySet[Handling], cursor: Cursor | None) -> list[QuerySet[Handling]]:
    last = Handling.objects.filter(uid=cursor.uid).values_list("ended_at", "id").first() if cursor else None
    if last is None or last[0] is None:
        return [found]
    return [found.filter(ended_at__lte=last[0]).exclude(ended_at=last[0], id__gte=last[1])]


def _place(cursor: Cursor | None) -> int | None:
    return Handling.objects.filter(uid=cursor.uid).values_list("id", flat=True).first() if cursor else None

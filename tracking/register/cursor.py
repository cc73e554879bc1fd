"""The place in the list where a page begins: the last row seen, by what the list is sorted by."""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from django.db.models import Q
from django.utils.translation import gettext as _

from hall.errors import Invalid

if TYPE_CHECKING:
    from tracking.register.models import Record


@dataclass(frozen=True, slots=True)
class Cursor:
    """``newer`` looks towards the beginning of the list, for the way back."""

    day: date
    uid: UUID
    newer: bool = False

    @classmethod
    def at(cls, record: "Record", *, newer: bool = False) -> "Cursor":
        return cls(record.decided_on, record.uid, newer)

    @property
    def beyond(self) -> Q:
        """The rows on the far side; written so that the index is entered at the day, not read from its beginning."""
        if self.newer:
            return Q(decided_on__gte=self.day) & ~Q(decided_on=self.day, uid__lte=self.uid)
        return Q(decided_on__lte=self.day) & ~Q(decided_on=self.day, uid__gte=self.uid)

    def __str__(self) -> str:
        return f"{self.day.isoformat()}_{self.uid}"


def cursor_of(text: str, *, newer: bool = False) -> Cursor | None:
    """The cursor of an address; raises Invalid when it was cut or altered."""
    if not text:
        return None
    try:
        day, uid = text.split("_")
        return Cursor(date.fromisoformat(day), UUID(uid), newer)
    except ValueError:
        raise Invalid(_("翻页地址不完整，请从第一页重新查看。")) from None

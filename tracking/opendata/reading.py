"""Reading the register in bulk: by keyset in batches, so that memory is bounded and one can go on where one stopped.

Natural persons' records are left out here, at the one place that every export, file, feed and site map reads from.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from uuid import UUID

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from hall.clock import SHANGHAI
from hall.errors import Invalid
from hall.organisations.models import Hall
from tracking.register.models import Record
from tracking.register.queries import of_hall

BATCH = 1000


@dataclass(frozen=True, slots=True)
class Place:
    """Where to go on: behind this record, in the order of decision."""

    day: date
    uid: UUID

    @classmethod
    def read(cls, text: str) -> "Place | None":
        """The place of an address; raises Invalid when it was cut or altered."""
        if not text:
            return None
        try:
            day, uid = text.split("_")
            return cls(date.fromisoformat(day), UUID(uid))
        except ValueError:
            raise Invalid(_("翻页地址不完整，请从第一页重新查看。")) from None

    @classmethod
    def of(cls, record: Record) -> "Place":
        return cls(record.decided_on, record.uid)

    def __str__(self) -> str:
        return f"{self.day.isoformat()}_{self.uid}"


@dataclass(frozen=True, slots=True)
class Chosen:
    """Which records; the days of publication are those of a file, the others what a reader narrows by."""

    decided_from: date | None = None
    decided_to: date | None = None
    department: str = ""
    status: str = ""
    published_from: date | None = None
    published_to: date | None = None

    @property
    def where(self) -> Q:
        told = {
            "decided_on__gte": self.decided_from,
            "decided_on__lte": self.decided_to,
            "issuer_name__contains": self.department,
            "status": self.status,
            "published_at__gte": _begins(self.published_from) if self.published_from else None,
            "published_at__lt": _begins(self.published_to + timedelta(days=1)) if self.published_to else None,
        }
        return Q(**{name: value for name, value in told.items() if value})


def _begins(day: date) -> datetime:
    return datetime.combine(day, time(), SHANGHAI)


def organisations(hall: Hall) -> QuerySet[Record]:
    """What may leave in bulk."""
    return of_hall(hall).filter(grantee_is_person=False)


def place_of(hall: Hall, uid: str) -> Place | None:
    """The place of a record by its identifier, as the rows of a file tell it; raises Invalid for none of ours."""
    if not uid:
        return None
    try:
        last = organisations(hall).filter(uid=UUID(uid)).first()
    except ValueError:
        last = None
    if last is None:
        raise Invalid(_("没有找到要从其后继续的记录，请从头下载。"))
    return Place.of(last)


def batch(hall: Hall, chosen: Chosen, after: Place | None, size: int = BATCH) -> list[Record]:
    """The next ``size`` records in the order of decision, oldest first."""
    return list(_behind(hall, chosen, after).order_by("decided_on", "uid")[:size])


def is_beyond(most: int, hall: Hall, chosen: Chosen, after: Place | None) -> bool:
    """Whether there are more than ``most``, counted no further."""
    return _behind(hall, chosen, after)[: most + 1].count() > most


def _behind(hall: Hall, chosen: Chosen, after: Place | None) -> QuerySet[Record]:
    rows = organisations(hall).filter(chosen.where)
    if after:
        rows = rows.filter(decided_on__gte=after.day).exclude(decided_on=after.day, uid__lte=after.uid)
    return rows


def records(hall: Hall, chosen: Chosen, after: Place | None = None) -> Iterator[Record]:
    """All of them, a batch in memory at a time; each is read as it stands when its turn comes."""
    while read := batch(hall, chosen, after):
        yield from read
        after = Place.of(read[-1])

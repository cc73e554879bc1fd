"""What search engines and readers of feeds get: records of organisations, in the order in which they were entered."""

from collections.abc import Iterator
from datetime import datetime
from uuid import UUID

from django.db import IntegrityError, transaction
from django.db.models.functions import Coalesce

from hall.organisations.models import Hall
from tracking.opendata.models import SitemapPart
from tracking.opendata.reading import organisations
from tracking.register.models import Record

# The protocol allows 50,000 addresses a file (sitemaps.org); the rest is room for what is entered out of order.
PART, MOST = 45_000, 50_000
FEED = 50
_START = UUID(int=0)
# Beyond it no number is a file's, and the column holds none.
_LAST = 1_000_000


def parts(hall: Hall) -> list[int]:
    """The numbers of the files; the first one is there from the beginning."""
    return [1, *SitemapPart.objects.filter(hall=hall).order_by("number").values_list("number", flat=True)]


def part(hall: Hall, number: int) -> Iterator[tuple[UUID, datetime]] | None:
    """Identifier and day of each record of one file; None when there is no such file."""
    if number > _LAST:
        return None
    bounds = dict(
        SitemapPart.objects.filter(hall=hall, number__in=[number, number + 1]).values_list("number", "first_uid")
    )
    first = bounds.get(number) or (_START if number == 1 else None)
    if first is None:
        return None
    rows = organisations(hall).filter(uid__gte=first)
    if number + 1 in bounds:
        rows = rows.filter(uid__lt=bounds[number + 1])
    changed = Coalesce("corrected_at", "published_at")
    return rows.order_by("uid").values_list("uid", changed)[:MOST].iterator(chunk_size=5000)


def begin_parts(halls: list[Hall]) -> int:
    """How many files were begun now; safe to run twice and beside another worker."""
    return sum(_begin(hall) for hall in halls)


def _begin(hall: Hall) -> int:
    begun = 0
    while (place := _beyond_last(hall)) is not None:
        number, uid = place
        try:
            with transaction.atomic():
                SitemapPart.objects.create(hall=hall, number=number, first_uid=uid)
        except IntegrityError:
            return begun
        begun += 1
    return begun


def _beyond_last(hall: Hall) -> tuple[int, UUID] | None:
    """Where the next file would begin, if the last one is full."""
    last = SitemapPart.objects.filter(hall=hall).order_by("-number").values_list("number", "first_uid").first()
    number, first = last or (1, _START)
    rows = organisations(hall).filter(uid__gte=first).order_by("uid").values_list("uid", flat=True)
    beyond = list(rows[PART : PART + 1])
    return (number + 1, beyond[0]) if beyond else None


def newest(hall: Hall, before: Record | None = None) -> list[Record]:
    """What was published last, newest first."""
    rows = organisations(hall)
    if before:
        rows = rows.filter(published_at__lte=before.published_at).exclude(
            published_at=before.published_at, uid__gte=before.uid
        )
    return list(rows.order_by("-published_at", "-uid")[:FEED])


def record_before(hall: Hall, uid: UUID | None) -> Record | None:
    return organisations(hall).filter(uid=uid).first() if uid else None

"""The sealer chains committed rows in batches, per hall, so that a row changed or removed later is noticed.

Chaining inside the deed's transaction would make all deeds of a hall wait for one another.
GB/T 22239 §8.1.4.3 asks for records protected against unexpected deletion, change and overwriting.
"""

import json

from django.db import connection, transaction

from hall.audit.models import Entry
from hall.clock import now
from hall.crypto import keyed_digest

_LOCK = 0x5EA1
_FIELDS = ("id", "at", "hall_code", "actor_uid", "actor_name", "action", "subject_uid", "shown", "changes", "address")


def link(entry: Entry, previous: str) -> str:
    """The chain value of an entry: a keyed SM3 digest over the previous one and every field that tells."""
    told = json.dumps([str(getattr(entry, name)) for name in _FIELDS], ensure_ascii=False)
    return keyed_digest(previous + told)


@transaction.atomic
def seal(limit: int = 5000) -> int:
    """Chain what is committed and unsealed; one sealer at a time, the others leave at once."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_xact_lock(%s)", [_LOCK])
        if not cursor.fetchone()[0]:
            return 0
    waiting = list(Entry.objects.filter(sealed_at__isnull=True).order_by("hall_code", "id")[:limit])
    heads: dict[str, str] = {}
    for entry in waiting:
        entry.previous = heads.get(entry.hall_code) or _head(entry.hall_code)
        entry.chain = heads[entry.hall_code] = link(entry, entry.previous)
        entry.sealed_at = now()
    for entry in waiting:
        Entry.objects.filter(at=entry.at, id=entry.id).update(
            previous=entry.previous, chain=entry.chain, sealed_at=entry.sealed_at
        )
    return len(waiting)


def _head(hall_code: str) -> str:
    sealed = Entry.objects.filter(hall_code=hall_code, sealed_at__isnull=False).order_by("-sealed_at", "-id")
    return sealed.values_list("chain", flat=True).first() or ""


def broken(hall_code: str) -> list[int]:
    """Ids of sealed entries whose chain does not hold; empty when the trail is whole."""
    problems, previous = [], ""
    rows = Entry.objects.filter(hall_code=hall_code, sealed_at__isnull=False).order_by("sealed_at", "id")
    for entry in rows.iterator():
        if entry.previous != previous or entry.chain != link(entry, entry.previous):
            problems.append(entry.id)
        previous = entry.chain
    return problems

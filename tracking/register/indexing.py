"""Keeping an index of its own up to date, where the search has one; PostgreSQL's is changed with the row."""

from django.db.models import QuerySet

from hall.events.outbox import send
from hall.textsearch import backend
from hall.uids import uid7
from tracking.register.models import Record
from tracking.register.searching import REGISTER

LETTER = "index_record"
_BATCH = 1000


def changed(record: Record) -> None:
    """Owe the index how the record stands now, in the transaction that changes it."""
    if backend().has_index_of_its_own:
        send(LETTER, key=f"index:{uid7()}", payload={"record": record.pk})


def carry(record: int) -> None:
    """Safe to run twice, and in any order: the row is read as it stands."""
    backend().index(REGISTER, [record])


def reindex() -> int:
    """Write anew what all records are found by, and take them over; how many. May run while the hall works."""
    search, done, last = backend(), 0, 0
    search.prepare(REGISTER)
    while batch := list(_after(last)):
        for record in batch:
            record.fill_search()
        Record.objects.bulk_update(batch, ["search_text", "content_text"])
        last = batch[-1].pk
        search.index(REGISTER, [record.pk for record in batch])
        done += len(batch)
    return done


def _after(key: int) -> QuerySet[Record]:
    return Record.objects.filter(pk__gt=key).order_by("pk")[:_BATCH]

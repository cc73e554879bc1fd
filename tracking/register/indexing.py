"""Keeping an index of its own up to date, where the search has one; PostgreSQL's is changed with the row."""

from django.db import transaction

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
    while keys := _written_anew(last):
        last = keys[-1]
        search.index(REGISTER, keys)
        done += len(keys)
    return done


@transaction.atomic
def _written_anew(last: int) -> list[int]:
    """The next records, held meanwhile: what a deed changes of them is not overwritten."""
    batch = list(Record.objects.select_for_update().filter(pk__gt=last).order_by("pk")[:_BATCH])
    for record in batch:
        record.fill_search()
    Record.objects.bulk_update(batch, ["search_text", "content_text"])
    return [record.pk for record in batch]

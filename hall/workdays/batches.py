"""Counting again in batches: each does its rows and owes the next one, in one transaction.

A row that cannot be counted holds up nobody: it is undone alone, and owed alone, until somebody mends it.
"""

import logging
from uuid import UUID, uuid5

from django.conf import settings
from django.db import transaction

from hall.events.announcements import publish
from hall.workdays.events import CALENDAR, BatchToRecount
from hall.workdays.recounting import BATCH, Counted, everything_counted

logger = logging.getLogger(__name__)


def begin(region: str, version: str) -> None:
    """Owe the first batch of every kind."""
    for counted in everything_counted():
        owe(BatchToRecount(counted=counted.name, region=region, calendar_version=version, after=0))


def owe(batch: BatchToRecount) -> None:
    """The place of a batch is its identity, so that none can be owed twice."""
    code = batch.region or settings.HALL_CITY_CODE
    publish(batch, subject_uid=_subject(batch), version=batch.after + 1, hall_code=code, actor=None)


def _subject(batch: BatchToRecount) -> UUID:
    return uuid5(CALENDAR, f"{batch.calendar_version}:{batch.counted}{':alone' if batch.only else ''}")


def recount_batch(counted: Counted, batch: BatchToRecount) -> None:
    keys = counted.keys(batch.region, batch.after, 1 if batch.only else BATCH)
    if batch.only:
        # Not caught: the worker tries it again later and later, and its problem can be read on the delivery.
        _count_alone(counted, keys, batch.after)
        return
    for key in keys:
        _count_or_set_aside(counted, key, batch)
    if len(keys) == BATCH:
        owe(BatchToRecount(batch.counted, batch.region, batch.calendar_version, after=keys[-1]))


def _count_alone(counted: Counted, keys: list[int], after: int) -> None:
    # The row may have ended meanwhile; then another one is the next, and it is not meant.
    if keys == [after + 1]:
        counted.count(keys[0])


def _count_or_set_aside(counted: Counted, key: int, batch: BatchToRecount) -> None:
    try:
        with transaction.atomic():
            counted.count(key)
    except Exception:
        logger.exception("%s %s could not be counted again", counted.name, key)
        owe(BatchToRecount(batch.counted, batch.region, batch.calendar_version, after=key - 1, only=True))

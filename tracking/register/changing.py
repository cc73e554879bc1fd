"""Changing what was published: its text is replaced, it is taken back, or it comes again. The caller has reviewed it.

What is wrong or may not be shown stays in no row that the public reads: a corrected record has the new words alone, and
one that was taken back is no record any more, so that no list, search, feed, export or count can tell of it.
"""

from dataclasses import fields
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from hall.clock import now
from hall.errors import WrongState
from tracking.register.actions import Publication, preview
from tracking.register.indexing import changed
from tracking.register.models import (
    Record,
    RecordChange,
    RecordChangeKind,
    RecordChangeReason,
    RecordInspection,
    TakenBack,
)


@transaction.atomic
def replace(before: Publication, after: Publication, *, reason: RecordChangeReason) -> Record:
    """The words of ``after`` in the place of those of ``before``; what a licence's life has moved since stays."""
    record = Record.objects.select_for_update().filter(source_uid=before.source_uid).first()
    if record is None:
        raise WrongState(_("这条公示已经撤下，不能更正。"))
    for one in fields(Publication):
        if getattr(before, one.name) != (told := getattr(after, one.name)):
            setattr(record, one.name, told)
    record.corrected_at = now()
    # The public decision still has the old words; the new one brings its own code.
    record.decision_code = ""
    record.fill_search()
    record.save()
    part = after.part_ground and after.part_ground != before.part_ground
    kind = RecordChangeKind.PART_WITHHELD if part else RecordChangeKind.CORRECTED
    _note(record.uid, kind, reason, record.corrected_at)
    changed(record)
    return record


@transaction.atomic
def take_back(record_uid: UUID, *, reason: RecordChangeReason) -> Record | None:
    """What it was, in no table any more; nothing where it is gone already."""
    record = Record.objects.select_for_update().filter(uid=record_uid).first()
    if record is None:
        return None
    left = TakenBack.objects.create(
        record_uid=record.uid,
        source_uid=record.source_uid,
        hall_code=record.hall_code,
        index_number=record.index_number,
        grantee_is_person=record.grantee_is_person,
        at=now(),
    )
    changed(record)
    RecordInspection.objects.filter(record=record).delete()
    record.delete()
    _note(left.record_uid, RecordChangeKind.TAKEN_BACK, reason, left.at)
    return record


@transaction.atomic
def restore(publication: Publication) -> Record:
    """Published again, under its old address and index number, with the day of today."""
    left = TakenBack.objects.select_for_update().filter(source_uid=publication.source_uid).first()
    if left is None:
        raise WrongState(_("这条公示没有撤下，不能重新公示。"))
    record = preview(publication)
    record.uid, record.index_number, record.published_at = left.record_uid, left.index_number, now()
    record.fill_search()
    record.save(force_insert=True)
    left.delete()
    _note(record.uid, RecordChangeKind.RESTORED, RecordChangeReason.REVIEWED, record.published_at)
    changed(record)
    return record


def _note(record_uid: UUID, kind: RecordChangeKind, reason: RecordChangeReason, at: datetime) -> None:
    RecordChange.objects.create(record_uid=record_uid, kind=kind, reason=reason, at=at)

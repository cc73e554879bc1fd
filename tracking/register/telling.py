"""Telling beside a record what belongs to it and is derived: its standings, and the papers that prove it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import transaction

from tracking.register.models import Record, RecordStanding, RecordStatus


@dataclass(frozen=True, slots=True)
class Moment:
    """From ``since`` on it stood like this, by the paper numbered ``basis``, which is empty where none is public."""

    since: date
    status: RecordStatus
    valid_to: date | None
    basis: str = ""


@transaction.atomic
def tell_standings(record_uid: UUID, moments: Sequence[Moment]) -> None:
    """In their order, in the place of what was told before: safe to run twice and in any order."""
    record = Record.objects.select_for_update().filter(uid=record_uid).first()
    if record is None:
        return
    RecordStanding.objects.filter(record=record).delete()
    RecordStanding.objects.bulk_create(
        RecordStanding(
            record=record, place=place, since=one.since, status=one.status, valid_to=one.valid_to, basis=one.basis
        )
        for place, one in enumerate(moments)
    )


def name_papers(source_uid: UUID, *, decision_code: str = "", licence_code: str = "") -> None:
    """Where the public may prove what the record says; an empty code leaves the one that is there."""
    told = {"decision_code": decision_code, "licence_code": licence_code}
    Record.objects.filter(source_uid=source_uid).update(**{name: code for name, code in told.items() if code})

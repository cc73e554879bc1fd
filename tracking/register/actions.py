"""Putting a reviewed text into the register. What is not masked by now stays out: the caller's review saw this text."""

from dataclasses import dataclass, field, fields
from datetime import date
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from hall.clock import now, today
from hall.errors import WrongState
from hall.numbering.counters import next_value
from tracking.register.indexing import changed
from tracking.register.models import (
    InspectionOutcome,
    Record,
    RecordInspection,
    RecordKind,
    RecordStatus,
    TakenBack,
)


@dataclass(frozen=True, slots=True)
class Publication:
    """What is to be read by everybody. The same from a review here, from a district's push or from an import."""

    source_uid: UUID
    hall_code: str
    hall_name: str
    item_name: str
    issuer_name: str
    issuer_uscc: str
    grantee: str
    grantee_is_person: bool
    grantee_code: str
    document_name: str
    document_number: str
    licence_name: str
    licence_number: str
    content: str
    decided_on: date
    valid_from: date | None
    valid_to: date | None
    # Of an older register: its number, or none, and what of it has no column here.
    index_number: str = ""
    origin: dict[str, str] = field(default_factory=dict)
    kind: str = RecordKind.LICENCE
    # Why a part is not told (documents.kinds.Ground), where one is not.
    part_ground: str = ""


def preview(publication: Publication) -> Record:
    """The record as it would read, in no table: without number and day of publication."""
    return Record(**{one.name: getattr(publication, one.name) for one in fields(publication)})


@transaction.atomic
def enter(publication: Publication) -> Record:
    """Enter a record; the same source entered again, also at the same moment, is the same record.

    One that was taken back comes again by ``changing.restore`` alone.
    """
    if TakenBack.objects.filter(source_uid=publication.source_uid).exists():
        raise WrongState(_("这条公示已经撤下，只能经重新审查再公示。"))
    known = Record.objects.filter(source_uid=publication.source_uid)
    try:
        with transaction.atomic():
            return known.first() or _insert(publication)
    except IntegrityError:
        if found := known.first():
            return found
        raise


def _insert(publication: Publication) -> Record:
    record = preview(publication)
    record.published_at = now()
    if not record.origin:
        record.index_number = _index_number(publication.issuer_uscc)
    record.fill_search()
    record.save(force_insert=True)
    changed(record)
    return record


@transaction.atomic
def name_licence(source_uid: UUID, *, name: str, number: str) -> None:
    """Add the certificate that was made after the decision had been published."""
    record = Record.objects.select_for_update().filter(source_uid=source_uid).first()
    if record:
        record.licence_name, record.licence_number = name, number
        record.fill_search()
        record.save(update_fields=["licence_name", "licence_number", "search_text", "content_text"])
        changed(record)


def _index_number(issuer_uscc: str) -> str:
    """索引号 USCC/YYYY-NNNNN, as on Chongqing's disclosed documents (domain.md §8.2)."""
    year = today().year
    while True:
        number = f"{issuer_uscc}/{year}-{next_value('index', f'{issuer_uscc}:{year}'):05d}"
        # An older register that was imported may have used it.
        if not is_given(number):
            return number


def is_given(index_number: str) -> bool:
    """Also to a record that was taken back, which may come again under it."""
    same = {"index_number": index_number}
    return Record.objects.filter(**same).exists() or TakenBack.objects.filter(**same).exists()


@transaction.atomic
def restate(record_uid: UUID, *, status: RecordStatus, valid_to: date | None) -> Record | None:
    """How what a record tells of stands now; the words that were reviewed stay as they are. Safe to run twice."""
    record = Record.objects.select_for_update().filter(uid=record_uid).first()
    if record:
        record.status, record.valid_to = status, valid_to
        record.save(update_fields=["status", "valid_to"])
        changed(record)
    return record


@transaction.atomic
def enter_inspection(
    record_uid: UUID, source_uid: UUID, *, held_on: date, authority: str, outcome: InspectionOutcome
) -> None:
    """What an inspection came to, under the record of the licence; entered again it says how it stands since."""
    # Held, so that it is not taken back meanwhile.
    record = Record.objects.select_for_update().filter(uid=record_uid).first()
    if record:
        RecordInspection.objects.update_or_create(
            record=record,
            source_uid=source_uid,
            defaults={"held_on": held_on, "authority": authority, "outcome": outcome},
        )

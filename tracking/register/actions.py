"""Putting a reviewed text into the register. What is not masked by now stays out: the caller's review saw this text."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import transaction

from hall.clock import now, today
from hall.numbering.counters import next_value
from tracking.register.models import Record


@dataclass(frozen=True, slots=True)
class Published:
    """What is to be read by everybody."""

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


@transaction.atomic
def enter(published: Published) -> Record:
    """Enter a record; the same source entered again is the same record."""
    known = Record.objects.filter(source_uid=published.source_uid).first()
    if known:
        return known
    fields = {name: getattr(published, name) for name in Published.__slots__}
    record = Record(**fields, index_number=_index_number(published.issuer_uscc), published_at=now())
    record.search_text = record.searchable()
    record.save()
    return record


@transaction.atomic
def name_licence(source_uid: UUID, *, name: str, number: str) -> None:
    """Add the certificate that was made after the decision had been published."""
    record = Record.objects.select_for_update().filter(source_uid=source_uid).first()
    if record:
        record.licence_name, record.licence_number = name, number
        record.search_text = record.searchable()
        record.save()


def _index_number(issuer_uscc: str) -> str:
    """索引号 USCC/YYYY-NNNNN, as on Chongqing's disclosed documents (domain.md §8.2)."""
    year = today().year
    return f"{issuer_uscc}/{year}-{next_value('index', f'{issuer_uscc}:{year}'):05d}"

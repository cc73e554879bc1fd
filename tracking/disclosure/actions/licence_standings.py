"""The standings that the register tells of a licence: from its entries, each with the public paper it rests on.

A record begins with the decision that it publishes; what happened before is told by the record of another case.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from applications.documents.kinds import Attribute, Kind
from applications.models import Application, EntryKind, Licence, LicenceEntry, Paper
from applications.models.paper import PaperState
from tracking.disclosure.models import Disclosure
from tracking.register.models import RecordStatus
from tracking.register.telling import Moment

# A restored licence is valid again; a replaced one never ceased to be.
STATUS = {
    "issued": RecordStatus.VALID,
    "resumed": RecordStatus.VALID,
    "replaced": RecordStatus.VALID,
    "renewed": RecordStatus.RENEWED,
    "deemed_renewed": RecordStatus.RENEWED,
    "changed": RecordStatus.CHANGED,
    "suspended": RecordStatus.SUSPENDED,
    "expired": RecordStatus.EXPIRED,
    "withdrawn": RecordStatus.WITHDRAWN,
    "revoked": RecordStatus.REVOKED,
    "cancelled": RecordStatus.CANCELLED,
    "transferred": RecordStatus.TRANSFERRED,
}
# By which paper the authority takes a licence of its own motion.
_TAKEN_BY = {
    EntryKind.WITHDRAWN: Kind.LICENCE_WITHDRAWN,
    EntryKind.REVOKED: Kind.REVOCATION,
    EntryKind.CANCELLED: Kind.CANCELLATION,
}


def moments_of(disclosure: Disclosure, licence: Licence) -> list[Moment]:
    return list(_moments(disclosure, licence))


def first_moment(disclosure: Disclosure) -> Moment:
    """The decision itself."""
    return Moment(disclosure.decided_on, RecordStatus.VALID, disclosure.valid_to, disclosure.document_number)


def _moments(disclosure: Disclosure, licence: Licence) -> Iterator[Moment]:
    valid_to, told = disclosure.valid_to, False
    for entry in licence.entries.select_related("application").order_by("id"):
        own = entry.application is not None and entry.application.uid == disclosure.application_uid
        valid_to = _valid_to(entry, valid_to)
        if own:
            told = True
            yield replace(first_moment(disclosure), valid_to=valid_to)
        elif told:
            yield Moment(entry.on, STATUS[entry.kind], valid_to, _basis(entry))


def _valid_to(entry: LicenceEntry, before: date | None) -> date | None:
    """An entry tells what changed; an empty day is one without an end."""
    if "valid_to" not in entry.after:
        return before
    return date.fromisoformat(entry.after["valid_to"]) if entry.after["valid_to"] else None


def _basis(entry: LicenceEntry) -> str:
    """The number of the paper, unless the public may not read it (条例 Art. 15, 16)."""
    if entry.application:
        return _public_number(entry.application)
    kind = _TAKEN_BY.get(EntryKind(entry.kind))
    return _taken_by(entry, kind) if kind else ""


def _public_number(case: Application) -> str:
    """A decision is named while it stands in public itself, under the number that it has there."""
    public = Disclosure.objects.filter(application_uid=case.uid).exclude(record_uid=None)
    return public.values_list("document_number", flat=True).first() or ""


def _taken_by(entry: LicenceEntry, kind: Kind) -> str:
    """What the authority does of its own motion has no disclosure: the attribute of the paper says it."""
    cases = entry.licence.entries.exclude(application=None).values("application")
    papers = Paper.objects.filter(application__in=cases, kind=kind, disclosure_attr=Attribute.ACTIVE)
    return papers.exclude(state=PaperState.VOIDED).order_by("-id").values_list("number", flat=True).first() or ""


def licence_code_of(licence: Licence) -> str:
    """The verification code of the newest certificate; empty before there is one."""
    cases = licence.entries.exclude(application=None).values("application")
    made = Paper.objects.filter(application__in=cases, kind=Kind.LICENCE).exclude(state=PaperState.VOIDED)
    return made.order_by("-id").values_list("verify_code", flat=True).first() or ""

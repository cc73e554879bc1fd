"""What anybody may learn of a paper whose code they hold: enough to believe it, never more than it shows itself."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from applications.models import LicenceState, Paper
from applications.models.paper import PaperState
from applications.queries.certificates import REPLACED, certificates, fault_of
from hall.masking import mask_name
from hall.numbering.codes import read_code


class Worth(StrEnum):
    VALID = "valid"
    PENDING = "pending"
    VOIDED = "voided"
    ENDED = "ended"
    REPLACED = "replaced"
    UNKNOWN = "unknown"


_WORTH = {
    PaperState.DRAFTED: Worth.PENDING,
    PaperState.PRINTED: Worth.VALID,
    PaperState.SERVED: Worth.VALID,
    PaperState.VOIDED: Worth.VOIDED,
}


@dataclass(frozen=True, slots=True)
class Verification:
    """The face of one paper; the applicant's name is masked unless it is an organisation's."""

    worth: Worth
    # Of a certificate whose licence is not in force: how that stands.
    standing: str = ""
    title: str = ""
    number: str = ""
    issuer: str = ""
    issued_on: date | None = None
    item: str = ""
    applicant: str = ""
    signed_at: datetime | None = None
    voided_at: datetime | None = None
    sm3: str = ""


def verification_of(code: str) -> Verification:
    """The paper with this code as it was typed; an unknown code gets the same calm answer."""
    paper = Paper.objects.filter(verify_code=read_code(code).replace(" ", "")).first()
    if paper is None:
        return Verification(Worth.UNKNOWN)
    worth, standing = _worth_of(paper)
    case = paper.facts.case
    person = case.applicant.kind == "person"
    return Verification(
        worth=worth,
        standing=standing,
        title=paper.title,
        number=paper.number,
        issuer=case.issuer.name,
        issued_on=paper.issued_on,
        item=case.item_name,
        applicant=mask_name(case.applicant.name) if person else case.applicant.name,
        signed_at=paper.signed_at,
        voided_at=paper.voided_at,
        sm3=paper.sm3,
    )


def _worth_of(paper: Paper) -> tuple[Worth, str]:
    worth = _WORTH[PaperState(paper.state)]
    certificate = certificates().filter(pk=paper.pk).first() if worth == Worth.VALID else None
    fault = fault_of(certificate) if certificate else ""
    if not fault:
        return worth, ""
    return (Worth.REPLACED, "") if fault == REPLACED else (Worth.ENDED, str(LicenceState(fault).label))

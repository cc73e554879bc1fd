"""D-15 撤回申请确认书: the applicant's wish, its day, and what becomes of the materials."""

from dataclasses import dataclass
from datetime import date

from applications.documents.builders.content import Content
from applications.documents.kinds import Kind


@dataclass(frozen=True, slots=True)
class Withdrawal(Content):
    """``returned`` are paper originals given back; what was handed in electronically stays in the file."""

    kind = Kind.WITHDRAWAL
    template = "documents/withdrawal.html"

    reason: str
    withdrawn_on: date
    returned: tuple[str, ...] = ()

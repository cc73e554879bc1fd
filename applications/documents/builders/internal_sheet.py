"""D-28 内部审批表 (domain.md §2.3): every step with its opinion, who gave it and when, never a signature only.

It is the agency's own paper: the applicant does not get it.
"""

from dataclasses import dataclass
from datetime import datetime

from applications.documents.builders.content import Content
from applications.documents.kinds import Kind


@dataclass(frozen=True, slots=True)
class Turn:
    """One step as it was done; ``checks`` are the points of the check-list with what was found."""

    title: str
    organ: str
    by: str
    opinion: str
    conclusion: str
    ended_at: datetime | None = None
    checks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class InternalSheet(Content):
    kind = Kind.INTERNAL_SHEET
    template = "documents/internal_sheet.html"

    turns: tuple[Turn, ...]
    decision: str
    signer: str
    decided_at: datetime

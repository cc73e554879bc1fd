"""D-26 行政许可决定公开书 (行政许可法 Art. 40): what the public may read of a grant, masked as it was reviewed."""

from dataclasses import dataclass
from datetime import date

from applications.documents.builders.content import Content
from applications.documents.kinds import Kind


@dataclass(frozen=True, slots=True)
class PublicDecision(Content):
    """``case`` names the applicant as the register does, and carries no number that leads to the case."""

    kind = Kind.PUBLIC_DECISION
    template = "documents/public_decision.html"

    document_name: str
    document_number: str
    content: str
    decided_on: date
    valid_from: date | None = None
    valid_to: date | None = None
    licence_name: str = ""
    licence_number: str = ""
    # Why a part is not told, in words (条例 Art. 37); empty where all is.
    part_ground: str = ""

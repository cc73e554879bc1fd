"""D-04b 不予受理决定书 (行政许可法 Art. 32(2), 78): beyond the organ's powers, or for what the applicant did."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from applications.documents.builders.content import Content
from applications.documents.kinds import Kind
from applications.documents.remedies import remedies


class Ground(StrEnum):
    """What the refusal rests on; only competence names another organ to apply to."""

    COMPETENCE = "competence"
    GAPS = "gaps"
    FALSE_MATERIAL = "false_material"
    BARRED = "barred"


@dataclass(frozen=True, slots=True)
class NotCompetent(Content):
    """``gaps``: what was asked and not supplied. ``heard``: what the applicant said before a warning (Art. 7)."""

    kind = Kind.NOT_COMPETENT
    template = "documents/not_competent.html"

    reason: str
    competent_agency: str = ""
    competent_contact: str = ""
    electronic: bool = True
    ground: Ground = Ground.COMPETENCE
    gaps: tuple[str, ...] = ()
    heard: str = ""
    barred_until: date | None = None
    bar_basis: str = ""

    def words(self) -> dict[str, Any]:
        return {"remedies": remedies(self.case.issuer, "决定", electronic=self.electronic)}

"""D-25 延续行政许可决定书 (行政许可法 Art. 50): granted, denied with reasons, or deemed granted by silence."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from applications.documents.builders.content import Content
from applications.documents.kinds import Kind
from applications.documents.remedies import remedies


@dataclass(frozen=True, slots=True)
class RenewalDecision(Content):
    """``deemed``: nobody decided before the end, though it was asked for in time."""

    kind = Kind.RENEWAL
    template = "documents/renewal.html"

    licence_name: str
    licence_no: str
    old_until: date
    granted: bool = True
    deemed: bool = False
    asked_on: date | None = None
    new_until: date | None = None
    reasons: tuple[str, ...] = ()
    legal_basis: tuple[str, ...] = ()
    electronic: bool = True
    # The number of the decision whose clerical error this one puts right.
    corrects: str = ""

    def words(self) -> dict[str, Any]:
        told = [] if self.granted else remedies(self.case.issuer, "决定", electronic=self.electronic)
        return {"remedies": told}

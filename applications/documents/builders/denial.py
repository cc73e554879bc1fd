"""D-12 不予行政许可决定书 (行政许可法 Art. 38, 55): facts, reasons, basis and remedies."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from applications.documents.builders.content import Content
from applications.documents.kinds import Kind
from applications.documents.remedies import remedies


@dataclass(frozen=True, slots=True)
class Denial(Content):
    kind = Kind.DENIAL
    template = "documents/denial.html"

    accepted_on: date
    found: str
    reasons: tuple[str, ...]
    legal_basis: tuple[str, ...]
    # Art. 55: which technical standard was not met, where the item is decided by one.
    technical_standard: str = ""
    electronic: bool = True
    # Art. 78: false materials bring a warning and, for an item of safety, a bar.
    warned: bool = False
    heard: str = ""
    barred_until: date | None = None
    # The number of the paper with a clerical error whose place this one takes.
    corrects: str = ""
    # Art. 48: how the decision used the record of the hearing.
    hearing: str = ""

    def words(self) -> dict[str, Any]:
        return {"remedies": remedies(self.case.issuer, "决定", electronic=self.electronic)}

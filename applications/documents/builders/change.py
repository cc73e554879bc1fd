"""D-24 变更行政许可决定书 (行政许可法 Art. 49): what changes, from what to what; or why not, with remedies."""

from dataclasses import dataclass
from typing import Any

from applications.documents.builders.content import Content
from applications.documents.kinds import Kind
from applications.documents.remedies import remedies


@dataclass(frozen=True, slots=True)
class Changed:
    label: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class ChangeDecision(Content):
    kind = Kind.CHANGE
    template = "documents/change.html"

    licence_name: str
    licence_no: str
    granted: bool = True
    changes: tuple[Changed, ...] = ()
    reasons: tuple[str, ...] = ()
    legal_basis: tuple[str, ...] = ()
    electronic: bool = True
    # The number of the decision whose clerical error this one puts right.
    corrects: str = ""

    def words(self) -> dict[str, Any]:
        told = [] if self.granted else remedies(self.case.issuer, "决定", electronic=self.electronic)
        return {"remedies": told}

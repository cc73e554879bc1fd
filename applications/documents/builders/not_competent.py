"""D-04b 不予受理决定书 (行政许可法 Art. 32(2)): beyond the organ's powers, with the organ to apply to."""

from dataclasses import dataclass
from typing import Any

from applications.documents.builders.content import Content
from applications.documents.kinds import Kind
from applications.documents.remedies import remedies


@dataclass(frozen=True, slots=True)
class NotCompetent(Content):
    kind = Kind.NOT_COMPETENT
    template = "documents/not_competent.html"

    reason: str
    competent_agency: str
    competent_contact: str = ""
    electronic: bool = True

    def words(self) -> dict[str, Any]:
        return {"remedies": remedies(self.case.issuer, "决定", electronic=self.electronic)}

"""D-04a 不受理告知书 (行政许可法 Art. 32(1)): the matter needs no licence."""

from dataclasses import dataclass
from typing import Any

from applications.documents.builders.content import Content
from applications.documents.kinds import Kind
from applications.documents.remedies import remedies


@dataclass(frozen=True, slots=True)
class NotRequired(Content):
    kind = Kind.NOT_REQUIRED
    template = "documents/not_required.html"

    reason: str
    electronic: bool = True

    def words(self) -> dict[str, Any]:
        return {"remedies": remedies(self.case.issuer, "告知", electronic=self.electronic)}

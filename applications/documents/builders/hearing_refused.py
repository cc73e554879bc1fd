"""D-20b 不予听证通知书 (行政许可法 Art. 47): asked for by somebody who has no right to it; reasons and remedies."""

from dataclasses import dataclass
from typing import Any

from applications.documents.builders.content import Content
from applications.documents.kinds import Kind
from applications.documents.remedies import remedies


@dataclass(frozen=True, slots=True)
class HearingRefused(Content):
    kind = Kind.HEARING_REFUSED
    template = "documents/hearing_refused.html"

    addressee: str
    reason: str
    electronic: bool = True

    def words(self) -> dict[str, Any]:
        return {"remedies": remedies(self.case.issuer, "通知", electronic=self.electronic)}

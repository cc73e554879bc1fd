"""D-06c 责令限期整改通知书 (国办发〔2020〕42号): a promise was found false; what is to be mended, and by when.

An adverse paper: it names what was found, the ground, and the remedies (行政许可法 Art. 7).
"""

from dataclasses import dataclass
from datetime import date
from typing import Any

from applications.documents.builders.content import Content
from applications.documents.kinds import Kind
from applications.documents.remedies import remedies


@dataclass(frozen=True, slots=True)
class RectifyOrder(Content):
    kind = Kind.RECTIFY
    template = "documents/rectify.html"

    material: str
    proves: str
    found: str
    consequence: str
    due: date

    def words(self) -> dict[str, Any]:
        return {"remedies": remedies(self.case.issuer, "通知")}

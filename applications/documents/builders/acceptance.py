"""D-03 受理通知书 (行政许可法 Art. 32(5)); five working days of silence accept too (Art. 32(4))."""

from dataclasses import dataclass
from datetime import date

from applications.documents.builders.content import Content
from applications.documents.kinds import Kind


@dataclass(frozen=True, slots=True)
class Acceptance(Content):
    kind = Kind.ACCEPTANCE
    template = "documents/acceptance.html"

    accepted_on: date
    deemed: bool = False
    # A value of AcceptanceMode: on what footing it was accepted.
    mode: str = "normal"
    fee_note: str = ""
    special_note: str = ""

    @property
    def footing(self) -> str:
        if self.deemed:
            return "视为受理"
        return {"committed": "告知承诺受理", "tolerant": "容缺受理"}.get(self.mode, "决定受理")

"""终止办理告知书: the agency ends a case without decision, and tells the one who answers now why and what may be done.

The grounds are those of 行政许可法 Art. 70 (2), (3), (5) before a licence was given, and a duplicate (domain.md §1.3).
"""

from dataclasses import dataclass
from datetime import date
from typing import Any

from applications.documents.builders.content import Content
from applications.documents.kinds import Kind
from applications.documents.remedies import remedies


@dataclass(frozen=True, slots=True)
class Termination(Content):
    """``addressee`` answers in the applicant's place, where there is one; ``kept_no`` is the case that goes on."""

    kind = Kind.TERMINATION
    template = "documents/termination.html"

    ground: str
    reason: str
    terminated_on: date
    addressee: str = ""
    kept_no: str = ""
    adopted: tuple[str, ...] = ()
    electronic: bool = True

    def words(self) -> dict[str, Any]:
        return {"remedies": remedies(self.case.issuer, "告知", electronic=self.electronic)}

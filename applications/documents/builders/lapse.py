"""D-04c 补正不来办结告知书 (domain.md §1.2 (c)): the applicant was told what is missing, and the law ends the case."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from applications.documents.builders.content import Content
from applications.documents.kinds import Kind
from applications.documents.remedies import remedies


@dataclass(frozen=True, slots=True)
class Lapse(Content):
    kind = Kind.LAPSED
    template = "documents/lapse.html"

    noticed_on: date
    due: date
    asked: tuple[str, ...]
    basis: str
    electronic: bool = True

    def words(self) -> dict[str, Any]:
        return {"remedies": remedies(self.case.issuer, "告知", electronic=self.electronic)}

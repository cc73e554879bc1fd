"""D-13 行政许可证件 (行政许可法 Art. 39): the certificate; ``entries`` are the lines that the item adds."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from applications.documents.builders.content import Content
from applications.documents.facts import Answer
from applications.documents.kinds import Kind


@dataclass(frozen=True, slots=True)
class LicenceCertificate(Content):
    kind = Kind.LICENCE
    template = "documents/licence_certificate.html"

    name: str
    licence_no: str
    identifier: str
    scope: str
    valid_from: date
    valid_until: date | None = None
    entries: tuple[Answer, ...] = ()
    # Which of the four kinds of Art. 39 it is; empty on certificates made before that was told.
    sort: str = ""

    def words(self) -> dict[str, Any]:
        """A certificate is one sheet: many lines or a long scope are set smaller."""
        length = len(self.scope) + sum(len(entry.text) for entry in self.entries)
        return {"dense": len(self.entries) > 3 or length > 120}

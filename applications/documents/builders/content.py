"""The base of all builders: a frozen content that knows its kind, its template and its own words."""

from dataclasses import dataclass
from typing import Any, ClassVar

from applications.documents.facts import CaseFacts
from applications.documents.imprint import Imprint
from applications.documents.kinds import Kind


@dataclass(frozen=True, slots=True)
class Content:
    """One paper's content. A builder is pure: the same content and imprint give the same page."""

    kind: ClassVar[Kind]
    template: ClassVar[str]

    case: CaseFacts

    def words(self) -> dict[str, Any]:
        """What the template needs beyond the content itself."""
        return {}

    def build(self, imprint: Imprint) -> tuple[str, dict[str, Any]]:
        """The template's name and its context."""
        return self.template, {"paper": self, "case": self.case, "imprint": imprint, **self.words()}

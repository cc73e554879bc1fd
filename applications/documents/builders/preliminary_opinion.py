"""D-23 初步审查意见书 (行政许可法 Art. 35): the lower organ's opinion with the complete package."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from applications.documents.builders.content import Content
from applications.documents.facts import HandedIn
from applications.documents.kinds import Kind


@dataclass(frozen=True, slots=True)
class PreliminaryOpinion(Content):
    kind = Kind.PRELIMINARY_OPINION
    template = "documents/preliminary_opinion.html"

    addressee: str
    accepted_on: date
    examiner: str
    opinion: str
    favourable: bool
    findings: str = ""
    package: tuple[HandedIn, ...] = ()

    def words(self) -> dict[str, Any]:
        return {"package": self.package or self.case.materials}

"""D-01 行政许可申请书 (行政许可法 Art. 29, 31): the request and the promise that it is true."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from typing import Any

from applications.documents.builders.content import Content
from applications.documents.facts import Answer
from applications.documents.kinds import Kind

TRUE_AND_COMPLETE = (
    "本申请人对所填报内容和所提交材料的真实性、合法性、有效性负责；"
    "如有隐瞒有关情况或者提供虚假材料的，愿意承担相应的法律责任。"
)


@dataclass(frozen=True, slots=True)
class ApplicationForm(Content):
    """The applicant's own paper: it bears no seal, since no organ speaks in it."""

    kind = Kind.APPLICATION
    template = "documents/application_form.html"

    submitted_at: datetime
    request: str = ""
    commitment: str = TRUE_AND_COMPLETE
    signed_by: str = ""

    def words(self) -> dict[str, Any]:
        return {"sections": sections(self.case.answers), "signer": self.signed_by or self.case.applicant.name}


def sections(answers: Iterable[Answer]) -> list[tuple[str, list[Answer]]]:
    """The answers under the sections of the form, in its order."""
    return [(title, list(group)) for title, group in groupby(answers, key=lambda answer: answer.section)]

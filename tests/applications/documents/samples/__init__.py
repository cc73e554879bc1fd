"""One content of every kind, about invented people."""

from datetime import date

from applications.documents.builders import Content
from applications.documents.imprint import Imprint
from applications.documents.kinds import MANNERS
from tests.applications.documents.samples.decisions import DECISIONS
from tests.applications.documents.samples.examination import EXAMINATION
from tests.applications.documents.samples.facts import CASE, ORGAN
from tests.applications.documents.samples.procedure import PROCEDURE

__all__ = ["CASE", "CONTENTS", "ORGAN", "imprint_of"]

CONTENTS: list[Content] = [*PROCEDURE, *EXAMINATION, *DECISIONS]


def imprint_of(content: Content, *, demo: bool = True) -> Imprint:
    code = "7KXM34WPHCAE6MRTYN9GFJKX"
    return Imprint(
        kind=content.kind,
        number=f"渝中卫健许{MANNERS[content.kind].word}字〔2026〕第000017号",
        issued_on=date(2026, 12, 1),
        officer="王守正",
        disclosure=MANNERS[content.kind].disclosure.words,
        verify_code=code,
        verify_url=f"http://127.0.0.1:8000/500103/papers/{code}/",
        demo=demo,
    )

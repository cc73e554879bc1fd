"""Draft papers: checked, numbered and owed to the printer, all in the transaction of the deed that needs them."""

from datetime import date

from applications.documents.builders import Content
from applications.documents.frozen import freeze
from applications.documents.kinds import MANNERS, Disclosure, Kind, default_disclosure
from applications.models import Application, Handling, Paper
from hall.database.statements import add
from hall.events import outbox
from hall.numbering.counters import next_value
from hall.organisations.models import Department


def draft_papers(
    *contents: Content,
    application: Application,
    handling: Handling | None,
    issuer: Department,
    officer: str,
    issued_on: date,
    disclosure: Disclosure | None = None,
    for_applicant: bool = True,
) -> list[Paper]:
    """Call it last in a deed: the number's counter stays locked until the deed ends.

    Without ``disclosure`` the paper takes the attribute of its kind (domain.md §8.1); none has no attribute.
    """
    papers = []
    for content in contents:
        # What cannot be told must be found out now, while the deed can still be refused, and not by the printer.
        content.words()
        attribute = disclosure or default_disclosure(content.kind)
        paper = Paper(
            kind=content.kind,
            hall=issuer.hall,
            application=application,
            handling=handling,
            issuer=issuer,
            number=_next_number(content.kind, issuer, issued_on.year),
            officer=officer,
            content=freeze(content),
            disclosure_attr=attribute.attribute,
            non_disclosure_ground=attribute.ground or "",
            issued_on=issued_on,
            for_applicant=for_applicant,
        )
        papers.append(paper)
    add(*papers)
    outbox.send_each("print_paper", {f"paper:{one.uid}": {"paper": str(one.uid)} for one in papers})
    return papers


def _next_number(kind: Kind, issuer: Department, year: int) -> str:
    """渝中卫健许受字〔2026〕第000123号: one run of numbers for each organ, kind and year."""
    running = next_value("paper", f"{issuer.uscc}:{kind.value}:{year}")
    return f"{issuer.short_name}许{MANNERS[kind].word}字〔{year}〕第{running:06d}号"

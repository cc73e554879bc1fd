"""Print, sign and keep one drafted paper. Safe to run twice: a printed paper is never printed again."""

from typing import Protocol, cast
from uuid import UUID

from django.conf import settings
from django.db import transaction
from django.utils.module_loading import import_string

from applications.documents.addresses import verify_url
from applications.documents.builders import Content, Mode
from applications.documents.imprint import Imprint
from applications.documents.kinds import MANNERS, Kind
from applications.models import Paper
from applications.models.paper import PaperState
from hall.clock import now
from hall.files.actions import store


class Printer(Protocol):
    def __call__(self, content: Content, imprint: Imprint) -> bytes: ...


@transaction.atomic
def print_paper(uid: UUID) -> Paper:
    """The row lock is held while printing, so that two workers never make two files of one number."""
    paper = Paper.objects.select_for_update(of=("self",)).select_related("hall").get(uid=uid)
    if paper.state != PaperState.DRAFTED:
        return paper
    pdf = _printer()(paper.facts, imprint(paper))
    name = f"{paper.title} {paper.number}.pdf"
    # Nobody owns it: who may open a paper is asked of its case.
    file = store(pdf, name=name, kind="application/pdf", hall_code=paper.hall.code, owner_uid=None)
    paper.mark_printed(file, file.sm3, now())
    if MANNERS[Kind(paper.kind)].told:
        # A notice of the procedure reaches the applicant's space as soon as it is signed (在线政务规定 Art. 8).
        paper.mark_served(now(), Mode.ELECTRONIC)
    paper.save()
    return paper


def _printer() -> Printer:
    """Loaded on first use, in the worker: the printing library is no burden of the web process."""
    return cast(Printer, import_string(settings.HALL_PRINTER))


def imprint(paper: Paper) -> Imprint:
    return Imprint(
        kind=Kind(paper.kind),
        number=paper.number,
        issued_on=paper.issued_on,
        officer=paper.officer,
        disclosure=paper.disclosure.words,
        verify_code=paper.verify_code,
        verify_url=verify_url(paper.verify_code, paper.hall),
        demo=settings.HALL_DEMO,
    )

"""A notice of a request: drafted and numbered in the deed that needs it, printed and signed by the worker."""

from collections.abc import Callable, Sequence
from typing import cast
from uuid import UUID

from django.conf import settings
from django.db import transaction
from django.template.loader import render_to_string
from django.utils.module_loading import import_string
from django.utils.translation import override

from applications.documents.pressing import usual_mark
from hall.clock import today
from hall.events import outbox
from hall.files.actions import store
from hall.numbering.counters import next_value
from hall.organisations.models import Department
from tracking.requests.kinds import WORDS, PaperKind
from tracking.requests.models import InfoRequest, RequestPaper

LETTER = "print_request_paper"


def draft(
    request: InfoRequest, kind: PaperKind, said: Callable[[], Sequence[str]], *, addressee: str = "", officer: str = ""
) -> RequestPaper:
    """Call it last in a deed: the number's counter stays locked until the deed ends.

    ``said`` gives the sentences: in Chinese, whatever language whoever acts reads.
    """
    with override("zh-hans"):
        sentences = [str(one) for one in said() if one]
    issued_on = today()
    paper = RequestPaper.objects.create(
        request=request,
        kind=kind,
        issuer=request.department,
        number=_next_number(kind, request.department, issued_on.year),
        officer=officer,
        content={"addressee": addressee or request.applicant_name, "sentences": sentences},
        issued_on=issued_on,
    )
    outbox.send(LETTER, key=f"request-paper:{paper.uid}", payload={"paper": str(paper.uid)})
    return paper


def _next_number(kind: PaperKind, issuer: Department, year: int) -> str:
    """渝中卫健公开答字〔2026〕第000001号: one run of numbers for each organ, kind and year."""
    running = next_value("request_paper", f"{issuer.uscc}:{kind.value}:{year}")
    return f"{issuer.short_name}公开{WORDS[kind]}字〔{year}〕第{running:06d}号"


@transaction.atomic
def print_paper(uid: UUID) -> RequestPaper:
    """Safe to run twice: the row is held while printing, and a printed paper is never printed again."""
    held = RequestPaper.objects.select_for_update(of=("self",)).select_related("issuer", "request__hall")
    paper = held.get(uid=uid)
    if paper.file_id:
        return paper
    name = f"{paper.get_kind_display()} {paper.number}"
    pdf = _press()(page(paper), mark=usual_mark(), reason=name)
    hall_code = paper.request.hall.code
    # Nobody owns it: who may open a paper is asked of its request.
    file = store(pdf, name=f"{name}.pdf", kind="application/pdf", hall_code=hall_code, owner_uid=None)
    paper.file, paper.sm3 = file, file.sm3
    paper.save(update_fields=["file", "sm3"])
    return paper


def page(paper: RequestPaper) -> str:
    """The paper as HTML, in Chinese whatever language the worker speaks."""
    with override("zh-hans"):
        context = {"paper": paper, "issuer": paper.issuer, "request": paper.request, "demo": settings.HALL_DEMO}
        return render_to_string("requests/paper.html", context)


def _press() -> Callable[..., bytes]:
    """Loaded on first use, in the worker: the printing library is no burden of the web process."""
    return cast(Callable[..., bytes], import_string(settings.HALL_SIGNED_PRESS))

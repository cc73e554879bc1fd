"""Binding a whole case file as one PDF: table of contents, the archive check-list, every paper, every material.

Asked at the desk, done by the worker, kept in the vault (domain.md §2.3).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.conf import settings
from django.db import transaction
from django.template.loader import render_to_string
from django.utils.translation import gettext as _
from django.utils.translation import override

from applications.actions.locking import locked_handling
from applications.documents.parts import Part, as_pdf, bound
from applications.documents.pressing import pressed, usual_mark
from applications.models import CaseFile, Handling, Material
from applications.queries.archive_checklist import checklist_of
from applications.queries.desk.materials import materials_seen
from applications.queries.desk.opening import package_from_below, papers_of
from applications.rules import may_open
from hall.accounts.models import User
from hall.accounts.people import actor_of
from hall.audit.trail import record
from hall.clock import now
from hall.errors import NotAllowed, Refused
from hall.events import outbox
from hall.files.actions import store
from hall.files.queries import open_bytes


@dataclass(frozen=True, slots=True)
class Listed:
    """One line of the table of contents; ``page`` is empty for what has no pages here."""

    title: str
    number: str
    date: str
    page: int | None


def ask_case_file(uid: UUID, user: User, *, seen: int) -> CaseFile:
    """Let the worker bind the file of this handling; asked again while it is being bound, it is the same one."""
    with locked_handling(uid, seen=seen) as handling:
        if not may_open(user, handling):
            raise NotAllowed(_("您不是本办件的承办人员。"))
        waiting = handling.case_files.filter(file=None).first()
        if waiting:
            return waiting
        asked = CaseFile.objects.create(handling=handling, asked_by_uid=user.uid, asked_by_name=user.name)
        outbox.send("bind_case_file", key=f"case-file:{asked.uid}", payload={"case_file": str(asked.uid)})
        record(
            "case_file.asked",
            actor=actor_of(user),
            hall_code=handling.hall.code,
            subject_uid=handling.application.uid,
            shown=[handling.application.uid],
        )
        return asked


@transaction.atomic
def bind_case_file(uid: UUID) -> CaseFile:
    """Bind and keep; safe to run twice: a bound file is not bound again."""
    asked = CaseFile.objects.select_for_update(of=("self",)).get(uid=uid)
    if asked.file_id:
        return asked
    handling = Handling.objects.select_related("hall", "department").get(pk=asked.handling_id)
    with override("zh-hans"):
        pdf = _whole(handling)
    name = f"案卷 {handling.application.case_no}.pdf"
    asked.file = store(pdf, name=name, kind="application/pdf", hall_code=handling.hall.code, owner_uid=None)
    asked.pages = Part(name, pdf).pages
    asked.save()
    return asked


def _whole(handling: Handling) -> bytes:
    inside = list(_inside(handling))
    # Twice: only the printed table of contents tells on which page the first part begins.
    front = _front(handling, inside, first_page=1)
    front = _front(handling, inside, first_page=front.pages + 1)
    return bound([front, *(part for _listed, part in inside if part)])


def _inside(handling: Handling) -> Iterator[tuple[Listed, Part | None]]:
    package = package_from_below(handling)
    for paper in papers_of(handling, package).select_related("file"):
        title = paper.title if paper.state != "voided" else _("%(title)s（已作废）") % {"title": paper.title}
        pdf = as_pdf(open_bytes(paper.file), paper.file.kind) if paper.file else None
        part = Part(title, pdf) if pdf else None
        yield Listed(title, paper.number, paper.issued_on.isoformat(), None), part
    for material in materials_seen(handling, package):
        part = _pages_of(material)
        yield Listed(material.name, material.file.given_name, f"{material.handed_in_at:%Y-%m-%d}", None), part


def _pages_of(material: Material) -> Part | None:
    """What was taken out of circulation, or cannot be shown as pages, is listed and not bound."""
    try:
        pdf = as_pdf(open_bytes(material.file), material.file.kind)
    except Refused:
        return None
    return Part(material.name, pdf) if pdf else None


def _front(handling: Handling, inside: Sequence[tuple[Listed, Part | None]], *, first_page: int) -> Part:
    html = render_to_string(
        "documents/case_file.html",
        {
            "handling": handling,
            "application": handling.application,
            "contents": list(_numbered(inside, first_page)),
            "points": checklist_of(handling),
            "steps": handling.steps.exclude(ended_at=None),
            "bound_at": now(),
            "demo": settings.HALL_DEMO,
        },
    )
    return Part(_("卷内目录"), pressed(html, mark=usual_mark()))


def _numbered(inside: Sequence[tuple[Listed, Part | None]], page: int) -> Iterator[Listed]:
    for listed, part in inside:
        yield Listed(listed.title, listed.number, listed.date, page if part else None)
        page += part.pages if part else 0


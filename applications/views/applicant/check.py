"""Check the answers, state that they are true, file once, and get the receipt."""

from collections.abc import Iterator
from itertools import groupby
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from applications.actions.submit import problems_of, submit
from applications.answers import Answered, answered
from applications.filling import Problems
from applications.forms.marks import MarkForm
from applications.models import Application, Material
from applications.queries.bars import bar_against_draft
from applications.queries.claims import claims_of
from applications.queries.draft import asked_materials
from applications.queries.mine import holder_of
from applications.queries.promises import commitments_of, outstanding
from applications.views.applicant.marking import Marking
from applications.views.applicant.pages import is_draft, own_case, personal
from applications.views.applicant.papers import papers_shown
from hall.accounts.people import signed_in
from hall.catalogue.queries import offering_for
from hall.catalogue.spec import said
from hall.errors import Incomplete


@personal("GET", "POST")
def check(request: HttpRequest, uid: UUID) -> HttpResponse:
    if request.method == "POST" and request.POST.get("mark"):
        return _marked(request, uid)
    if request.method == "POST":
        return _sent(request, uid)
    draft = own_case(request, uid)
    return _page(request, draft, {}) if is_draft(draft) else redirect("apply:receipt", uid)


def _sent(request: HttpRequest, uid: UUID) -> HttpResponse:
    """A second click, or another device, finds the case already filed: it gets the same receipt."""
    try:
        submit(uid, signed_in(request), truth_stated=bool(request.POST.get("truth")))
    except Incomplete as refusal:
        told = {place: [str(word) for word in words] for place, words in refusal.fields.items()}
        return _page(request, own_case(request, uid), told, status=refusal.status)
    return redirect("apply:receipt", uid)


def _marked(request: HttpRequest, uid: UUID) -> HttpResponse:
    """A mark set or taken back; what cannot be taken comes back beside its field."""
    draft = own_case(request, uid)
    marking = Marking(request, draft, signed_in(request)).take()
    if marking.tried:
        return _page(request, draft, {}, status=Incomplete.status, tried=marking.tried)
    messages.success(request, marking.told)
    return redirect(f"{reverse('apply:check', args=[uid])}#confidential")


def _page(
    request: HttpRequest,
    draft: Application,
    refused: Problems,
    *,
    status: int = 200,
    tried: MarkForm | None = None,
) -> HttpResponse:
    missing = {place: words for place, words in problems_of(draft).items() if place != "truth"}
    context = {
        "draft": draft,
        "sections": [*_sections(draft), _materials(draft)],
        "missing": list(_links(draft, missing)),
        "truth_missing": refused.get("truth", []),
        "refused": bool(refused),
        "warnings": draft.spec.warnings_for(draft.all_answers),
        "bar": bar_against_draft(draft),
        "department": _department(draft),
        "count": len(draft.spec.sections) + 2,
        "claims": claims_of(draft),
        "mark_form": tried or MarkForm(draft),
        "tried": tried,
    }
    return render(request, "applications/applicant/check.html", context, status=status)


def _sections(draft: Application) -> Iterator[dict[str, Any]]:
    """Answers by section, each with the way back to it."""
    numbers = {said(one.title): number for number, one in enumerate(draft.spec.sections, start=1)}
    for title, answers in groupby(answered(draft), lambda one: one.section):
        url = reverse("apply:section", args=[draft.uid, numbers[title]])
        yield {"title": title, "change_url": url, "answers": list(answers)}


def _materials(draft: Application) -> dict[str, Any]:
    """In the shape of answers: the name of the material and of its file."""
    standing = _standing(draft)
    return {
        "title": _("申请材料"),
        "change_url": reverse("apply:materials", args=[draft.uid]),
        "answers": [
            Answered("", one.key, said(one.name), _words_of(one.key, present, standing), personal=False)
            for one, present in asked_materials(draft)
        ],
    }


def _words_of(key: str, present: Material | None, standing: dict[str, str]) -> str:
    return present.file.given_name if present else standing.get(key, _("（未上传）"))


def _standing(draft: Application) -> dict[str, str]:
    """What was chosen in the place of a file."""
    promised = {one.key: _("以告知承诺代替") for one in commitments_of(draft)}
    return promised | {one.key: _("容缺，受理后补交") for one in outstanding(draft)}


def _links(draft: Application, problems: Problems) -> Iterator[tuple[str, str]]:
    """Where each missing thing is filled in, by section."""
    labels = {field.key: said(field.label) for field in draft.spec.fields}
    names = {f"material.{one.key}": said(one.name) for one in draft.spec.materials}
    pages = {
        field.key: number for number, one in enumerate(draft.spec.sections, start=1) for field in one.fields
    }
    for place, words in problems.items():
        key = place.partition(".")[0]
        if place in names:
            yield f"{reverse('apply:materials', args=[draft.uid])}#id_{place}", f"{names[place]}：{words[0]}"
        elif key in pages:
            yield f"{reverse('apply:section', args=[draft.uid, pages[key]])}?check=1", f"{labels[key]}：{words[0]}"


def _department(draft: Application) -> str:
    """Who will receive it: the item's own rules and these answers decide."""
    level = draft.spec.level_for(draft.all_answers)
    if level == draft.offering.level:
        return draft.offering.department.name
    return offering_for(draft.offering.item, level, draft.division_code).department.name


@personal("GET")
def receipt(request: HttpRequest, uid: UUID) -> HttpResponse:
    application = own_case(request, uid)
    if is_draft(application):
        return redirect("apply:case", uid)
    context = {
        "application": application,
        "handling": holder_of(application),
        "papers": list(papers_shown(signed_in(request), application)),
    }
    return render(request, "applications/applicant/receipt.html", context)

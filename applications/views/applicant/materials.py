"""The materials of a draft: what is asked, what is there, and what was wrong with a file, beside its material."""

from collections.abc import Mapping
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from applications.actions.materials import take_back
from applications.actions.stand_ins import signers_of
from applications.credit import CreditAway
from applications.filling import Problems
from applications.forms.sharing import fetchables_of
from applications.forms.stand_ins import LaterForm, PromiseForm, choices_of
from applications.forms.uploads import UploadForm
from applications.models import Application
from applications.queries.draft import asked_materials
from applications.queries.trust import distrust
from applications.views.applicant.choosing import Chosen
from applications.views.applicant.fetching import Fetching
from applications.views.applicant.pages import is_draft, own_case, personal
from applications.views.applicant.uploading import take_uploads
from hall.accounts.people import signed_in
from hall.errors import Incomplete, NotFound


@personal("GET", "POST")
def materials(request: HttpRequest, uid: UUID) -> HttpResponse:
    draft = own_case(request, uid)
    if not is_draft(draft):
        return redirect("apply:case", uid)
    if request.method != "POST":
        return _page(request, draft, {})
    user = signed_in(request)
    taken, problems, status = take_uploads(request, uid, user, asked_materials(draft))
    if removed := request.POST.get("remove"):
        take_back(uid, user, as_uid(removed))
        messages.success(request, _("文件已移除。"))
    if taken:
        messages.success(request, _("已上传%(count)d个文件。") % {"count": taken})
    chosen = Chosen(request, draft, user).take()
    if chosen.told:
        messages.success(request, chosen.told)
    fetching = Fetching(request, draft, user).take()
    if fetching.told:
        messages.success(request, fetching.told)
    if problems or chosen.tried or fetching.problems:
        fresh = own_case(request, uid)
        worst = max(status, Incomplete.status if chosen.tried else 0, fetching.status)
        return _page(request, fresh, problems, status=worst, tried=chosen.tried, unfetched=fetching.problems)
    return redirect(_next_url(request, draft))


def _distrusted(draft: Application) -> str:
    """Why this applicant may not promise; told before anybody signs in vain."""
    try:
        return distrust(draft.applicant)
    except CreditAway as away:
        return str(away.message)


def _links_of(tried: PromiseForm | LaterForm) -> list[tuple[str, str]]:
    return [(tried[name].id_for_label, str(word)) for name, words in tried.errors.items() for word in words]


def _anchors(unfetched: Mapping[str, str]) -> list[tuple[str, str]]:
    return [(f"fetch-{key}", problem) for key, problem in unfetched.items()]


def as_uid(text: str) -> UUID:
    try:
        return UUID(text)
    except ValueError:
        raise NotFound(_("没有找到这份材料。")) from None


def _next_url(request: HttpRequest, draft: Application) -> str:
    if request.POST.get("do") == "next":
        return reverse("apply:check", args=[draft.uid])
    return reverse("apply:materials", args=[draft.uid])


def _page(
    request: HttpRequest,
    draft: Application,
    problems: Problems,
    *,
    status: int = 200,
    tried: PromiseForm | LaterForm | None = None,
    unfetched: Mapping[str, str] | None = None,
) -> HttpResponse:
    count = len(draft.spec.sections) + 2
    form, choices = UploadForm(asked_materials(draft), problems), choices_of(draft, tried)
    fetchables = fetchables_of(draft, signed_in(request), unfetched)
    context = {
        "draft": draft,
        "rows": [(upload, choices.get(upload.key), fetchables.get(upload.key)) for upload in form.layout],
        "links": [*form.links, *(_links_of(tried) if tried else ()), *_anchors(unfetched or {})],
        "distrusted": _distrusted(draft) if choices else "",
        "signer": signers_of(signed_in(request))[-1],
        "number": count - 1,
        "count": count,
        "back": reverse("apply:section", args=[draft.uid, count - 2]) if count > 2 else "",
    }
    return render(request, "applications/applicant/materials.html", context, status=status)

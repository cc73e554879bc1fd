"""The materials of a draft: what is asked, what is there, and what was wrong with a file, beside its material."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from applications.actions.materials import take_back
from applications.filling import Problems
from applications.forms.uploads import UploadForm
from applications.models import Application
from applications.queries.draft import asked_materials
from applications.views.applicant.pages import is_draft, own_case, personal
from applications.views.applicant.uploading import take_uploads
from hall.accounts.people import signed_in
from hall.errors import NotFound


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
    if problems:
        return _page(request, draft, problems, status=status)
    return redirect(_next_url(request, draft))


def as_uid(text: str) -> UUID:
    try:
        return UUID(text)
    except ValueError:
        raise NotFound(_("没有找到这份材料。")) from None


def _next_url(request: HttpRequest, draft: Application) -> str:
    if request.POST.get("do") == "next":
        return reverse("apply:check", args=[draft.uid])
    return reverse("apply:materials", args=[draft.uid])


def _page(request: HttpRequest, draft: Application, problems: Problems, *, status: int = 200) -> HttpResponse:
    count = len(draft.spec.sections) + 2
    context = {
        "draft": draft,
        "form": UploadForm(asked_materials(draft), problems),
        "number": count - 1,
        "count": count,
        "back": reverse("apply:section", args=[draft.uid, count - 2]) if count > 2 else "",
    }
    return render(request, "applications/applicant/materials.html", context, status=status)

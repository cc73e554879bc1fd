"""The files of a case for those who work on it: fetching one, and taking one out of circulation."""

from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from applications.actions.withdraw_material import withdraw_material
from applications.models import Handling, Material
from applications.queries.decision_draft import draft_open
from applications.queries.desk.exhibits import exhibits_seen
from applications.queries.desk.materials import materials_seen
from applications.queries.desk.opening import open_handling, package_from_below, papers_of
from applications.views.clerk.case import show
from applications.views.clerk.forms import WithdrawForm
from hall.accounts.people import signed_in
from hall.errors import Incomplete, Invalid, NotFound
from hall.files.serve import send


@login_required
@require_safe
def material(request: HttpRequest, uid: UUID, material: UUID) -> FileResponse:
    handling = open_handling(signed_in(request), uid)
    return send(_seen(handling, material).file, request)


@login_required
@require_safe
def exhibit(request: HttpRequest, uid: UUID, exhibit: UUID) -> FileResponse:
    """A file that this agency put to its record; the other level has only what was sent to it (Art. 35)."""
    handling = open_handling(signed_in(request), uid)
    found = exhibits_seen(handling).filter(uid=exhibit).first()
    if found is None:
        raise NotFound(_("没有找到这个文件。"))
    return send(found.file, request)


@login_required
@require_safe
def paper(request: HttpRequest, uid: UUID, paper: UUID) -> FileResponse:
    handling = open_handling(signed_in(request), uid)
    papers = papers_of(handling, package_from_below(handling))
    found = papers.select_related("file").filter(uid=paper).first()
    if found is None or found.file is None:
        raise NotFound(_("没有找到这份文书，或者文书正在生成。"))
    return send(found.file, request)


@login_required
@require_safe
def decision_draft(request: HttpRequest, uid: UUID) -> FileResponse:
    """The decision as it will be printed, before anybody has signed it."""
    draft = draft_open(open_handling(signed_in(request), uid))
    if draft is None or draft.preview is None:
        raise NotFound(_("没有决定书草稿，或者预览正在生成。"))
    return send(draft.preview, request)


@login_required
@require_safe
def case_file(request: HttpRequest, uid: UUID, case_file: UUID) -> FileResponse:
    handling = open_handling(signed_in(request), uid)
    found = handling.case_files.select_related("file").filter(uid=case_file).first()
    if found is None or found.file is None:
        raise NotFound(_("没有找到这份案卷，或者案卷正在装订。"))
    return send(found.file, request)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def withdraw(request: HttpRequest, uid: UUID, material: UUID) -> HttpResponse:
    user = signed_in(request)
    handling = open_handling(user, uid)
    found = _seen(handling, material)
    if request.method != "POST":
        return redirect("desk:case", uid=uid)
    form = WithdrawForm(handling, found.uid, request.POST)
    if form.is_valid():
        try:
            withdraw_material(uid, user, seen=form.cleaned_data["version"], material=found.uid, **form.told())
        except (Incomplete, Invalid) as refusal:
            form.lay(refusal)
        else:
            messages.success(request, _("该材料已停止流转，任何人都不能再查看。请按保密规定向本单位保密机构报告。"))
            return redirect("desk:case", uid=uid)
    return show(request, user, handling, tried=form)


def _seen(handling: Handling, uid: UUID) -> Material:
    found = materials_seen(handling, package_from_below(handling)).filter(uid=uid).first()
    if found is None:
        raise NotFound(_("没有找到这份材料。"))
    return found

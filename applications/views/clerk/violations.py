"""Violations found elsewhere (行政许可法 Art. 64): told to the agency that decided, listed on both sides, answered."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from applications.actions.violations.answering import answer_violation
from applications.actions.violations.sending import notify_violation
from applications.queries import violations as queries
from applications.queries.desk.duties import places_of
from applications.rules import NOTIFYING
from applications.views.clerk.entering import clerk_of, note_reading
from applications.views.clerk.forms.violations import AnswerForm, NoticeForm
from hall.accounts.forms.pinning import pin
from hall.accounts.models import User
from hall.accounts.people import signed_in
from hall.accounts.rules import departments_of
from hall.errors import Incomplete, Invalid, NotAllowed, NotFound
from hall.files.serve import send
from hall.organisations.models import Department
from hall.organisations.requests import hall_of, to_own_hall


@login_required
@require_safe
def violations(request: HttpRequest) -> HttpResponse:
    user = clerk_of(request)
    departments = Department.objects.select_related("hall").filter(pk__in=places_of(user)).order_by("hall__code")
    if not departments.filter(hall=hall_of(request)) and (elsewhere := to_own_hall(request, departments[0].hall)):
        return elsewhere
    rows, after = queries.page(user, hall_of(request), request.GET.get("after", ""))
    shown = [row.notice.licence.application.uid for row in rows]
    note_reading(request, user, action="violations.listed", hall=hall_of(request), shown=shown)
    writes = departments_of(user, *NOTIFYING).filter(hall=hall_of(request)).exists()
    context = {"rows": rows, "older": f"?after={after}" if after else "", "writes": writes}
    return render(request, "applications/clerk/violations.html", context)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def new(request: HttpRequest) -> HttpResponse:
    user = signed_in(request)
    own = departments_of(user, *NOTIFYING).select_related("hall").order_by("hall__code")
    departments = own.filter(hall=hall_of(request))
    if not departments:
        first = own.first() if request.method != "POST" else None
        if first and (elsewhere := to_own_hall(request, first.hall)):
            return elsewhere
        raise NotAllowed(_("只有本大厅各部门的审查人员、负责人可以抄告违法行为。"))
    form = NoticeForm(departments, request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        try:
            notice = notify_violation(form.cleaned_data.pop("uid"), user, **form.cleaned_data)
        except (Incomplete, Invalid) as refusal:
            pin(form, refusal)
        else:
            messages.success(request, _("已抄告，答复后在这里可以看到。"))
            return redirect("desk:violation", notice.uid)
    status = 422 if form.errors else 200
    return render(request, "applications/clerk/notify_violation.html", {"form": form}, status=status)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def violation(request: HttpRequest, uid: UUID) -> HttpResponse:
    user = signed_in(request)
    queries.notice_for(user, uid)
    form = AnswerForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            answer_violation(uid, user, answer=form.cleaned_data["opinion"])
        except (Incomplete, Invalid) as refusal:
            pin(form, refusal)
        else:
            messages.success(request, _("已答复。"))
            return redirect("desk:violation", uid)
    return _show(request, user, uid, form)


def _show(request: HttpRequest, user: User, uid: UUID, form: AnswerForm) -> HttpResponse:
    notice = queries.notice_for(user, uid)
    case = notice.licence.application.uid
    note_reading(request, user, action="violation.opened", hall=hall_of(request), shown=[case])
    row = queries.noticed(notice, user)
    context: dict[str, Any] = {
        "row": row,
        "notice": notice,
        "files": queries.files_of(notice),
        "form": form if row.ours and not notice.answered_at else None,
    }
    return render(request, "applications/clerk/violation.html", context, status=422 if form.errors else 200)


@login_required
@require_safe
def enclosure(request: HttpRequest, uid: UUID, exhibit: UUID) -> FileResponse:
    notice = queries.notice_for(signed_in(request), uid)
    found = next((one for one in queries.files_of(notice) if one.uid == exhibit), None)
    if found is None:
        raise NotFound(_("没有找到这个附件。"))
    return send(found.file, request)

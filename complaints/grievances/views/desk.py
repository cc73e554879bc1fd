"""The handlers' desk: what waits, oldest duty first, and one page a matter with the deeds that are right now."""

from collections.abc import Callable
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from complaints.grievances.actions import handle
from complaints.grievances.forms import AnswerForm, RefusalForm
from complaints.grievances.lifecycle import GrievanceState
from complaints.grievances.models import Grievance
from complaints.grievances.rules import handled_by
from hall.accounts.models import Duty, User
from hall.accounts.people import actor_of, signed_in
from hall.accounts.rules import has_duty
from hall.audit.trail import record
from hall.errors import NotAllowed, NotFound, Refused
from hall.portal.forms import add_refusal

_OPEN = [GrievanceState.RECEIVED, GrievanceState.ACCEPTED]


@login_required
@require_GET
def queue(request: HttpRequest) -> HttpResponse:
    user = _handler(request)
    done = request.GET.get("state") == "done"
    rows = handled_by(user).select_related("accused_department", "hall")
    rows = rows.exclude(state__in=_OPEN).order_by("-id") if done else rows.filter(state__in=_OPEN).order_by("accept_by", "id")
    page = Paginator(rows, 30).get_page(request.GET.get("page"))
    shown = [one.uid for one in page.object_list]
    if shown:
        record("grievance list read", actor=actor_of(user), hall_code=page.object_list[0].hall.code, shown=shown)
    return render(request, "grievances/queue.html", {"page": page, "done": done})


@login_required
@require_GET
def matter(request: HttpRequest, uid: UUID) -> HttpResponse:
    return _page(request, uid)


@login_required
@require_POST
def accept(request: HttpRequest, uid: UUID) -> HttpResponse:
    handle.accept(uid, _handler(request))
    messages.success(request, _("已受理。"))
    return redirect("grievances:matter", uid)


@login_required
@require_POST
def refuse(request: HttpRequest, uid: UUID) -> HttpResponse:
    form = RefusalForm(request.POST)
    return _do(request, uid, form, "refusal", lambda user: handle.refuse(uid, user, **form.cleaned_data))


@login_required
@require_POST
def answer(request: HttpRequest, uid: UUID) -> HttpResponse:
    form = AnswerForm(request.POST)
    return _do(request, uid, form, "answer", lambda user: handle.answer(uid, user, **form.cleaned_data))


def _do(
    request: HttpRequest,
    uid: UUID,
    form: RefusalForm | AnswerForm,
    name: str,
    deed: Callable[[User], Grievance],
) -> HttpResponse:
    """Run a deed with what was written; what cannot be taken comes back beside its field."""
    user = _handler(request)
    if form.is_valid():
        try:
            deed(user)
        except Refused as refusal:
            if not refusal.fields:
                raise
            add_refusal(form, refusal)
        else:
            return redirect("grievances:matter", uid)
    return _page(request, uid, {name: form}, status=422)


def _handler(request: HttpRequest) -> User:
    user = signed_in(request)
    if not has_duty(user, Duty.COMPLAINTS):
        raise NotAllowed(_("只有投诉承办人员可以查看。"))
    return user


def _page(
    request: HttpRequest, uid: UUID, forms: dict[str, RefusalForm | AnswerForm] | None = None, status: int = 200
) -> HttpResponse:
    user = _handler(request)
    found = handled_by(user).select_related("hall", "accused_department").filter(uid=uid).first()
    if found is None:
        raise NotFound(_("没有找到这件建议投诉。"))
    record("grievance read", actor=actor_of(user), hall_code=found.hall.code, subject_uid=uid, shown=[uid])
    context = {"grievance": found, "refusal": RefusalForm(), "answer": AnswerForm(), **(forms or {})}
    return render(request, "grievances/matter.html", context, status=status)

"""The handlers' desk: what waits, oldest duty first, and one page a matter with the deeds that are right now."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from complaints.grievances import queries
from complaints.grievances.actions import handle
from complaints.grievances.actions.tell_late import tell_all_late
from complaints.grievances.forms import AnswerForm, ReferralForm, RefusalForm
from complaints.grievances.models import Grievance
from complaints.grievances.rules import halls_of, handled_by
from hall.accounts.forms.pinning import done
from hall.accounts.models import User
from hall.accounts.people import actor_of, signed_in
from hall.audit.trail import record
from hall.errors import NotAllowed, NotFound
from hall.organisations.models import Hall
from hall.organisations.requests import hall_of, to_own_hall
from hall.uids import row_after

DeskForm = RefusalForm | ReferralForm | AnswerForm


@login_required
@require_safe
def queue(request: HttpRequest) -> HttpResponse:
    """One hall's complaints, in the frame of that hall."""
    user = _handler(request)
    halls = list(halls_of(user))
    hall = next((one for one in halls if one == hall_of(request)), halls[0])
    return to_own_hall(request, hall) or _queue(request, user, hall)


def _queue(request: HttpRequest, user: User, hall: Hall) -> HttpResponse:
    tell_all_late()
    is_done = request.GET.get("state") == "done"
    page = queries.desk(user, hall, done=is_done, after=row_after(request.GET.get("after", "")))
    shown = [row.grievance.uid for row in page.rows]
    record("grievance.listed", actor=actor_of(user), hall_code=hall.code, shown=shown)
    first = "?state=done" if is_done else "?state=open"
    context = {
        "rows": page.rows,
        "done": is_done,
        "older": f"{first}&after={page.following}" if page.following else "",
        "first": first if request.GET.get("after") else "",
    }
    return render(request, "grievances/queue.html", context)


@login_required
@require_safe
def matter(request: HttpRequest, uid: UUID) -> HttpResponse:
    user = _handler(request)
    found = _visible(user, uid)
    return to_own_hall(request, found.hall) or _page(request, user, found)


@login_required
@require_POST
def accept(request: HttpRequest, uid: UUID) -> HttpResponse:
    user = _handler(request)
    handle.accept(_visible(user, uid).uid, user)
    messages.success(request, _("已受理。"))
    return redirect("grievances:matter", uid)


@login_required
@require_POST
def refuse(request: HttpRequest, uid: UUID) -> HttpResponse:
    return _do(request, uid, "refusal", RefusalForm(request.POST), handle.refuse)


@login_required
@require_POST
def refer(request: HttpRequest, uid: UUID) -> HttpResponse:
    return _do(request, uid, "referral", ReferralForm(request.POST), handle.refer)


@login_required
@require_POST
def answer(request: HttpRequest, uid: UUID) -> HttpResponse:
    return _do(request, uid, "answer", AnswerForm(request.POST), handle.answer)


def _do(request: HttpRequest, uid: UUID, name: str, form: DeskForm, deed: Callable[..., Grievance]) -> HttpResponse:
    """Run a deed with what was written; what cannot be taken comes back beside its field."""
    user = _handler(request)
    found = _visible(user, uid)
    if done(form, lambda: deed(uid, user, **form.cleaned_data)):
        messages.success(request, _("已办理。"))
        return redirect("grievances:matter", uid)
    return _page(request, user, found, {name: form, "tried": form}, status=422)


def _handler(request: HttpRequest) -> User:
    user = signed_in(request)
    if not halls_of(user).exists():
        raise NotAllowed(_("投诉承办只对投诉承办和监督岗位的工作人员开放。"))
    return user


def _visible(user: User, uid: UUID) -> Grievance:
    """What this person may not handle is as if absent: an accused person learns nothing of it."""
    found = handled_by(user).select_related("hall", "accused_department").filter(uid=uid).first()
    if found is None:
        raise NotFound(_("没有找到这件建议投诉。"))
    return found


def _page(
    request: HttpRequest, user: User, found: Grievance, tried: dict[str, Any] | None = None, status: int = 200
) -> HttpResponse:
    record("grievance.read", actor=actor_of(user), hall_code=found.hall.code, subject_uid=found.uid, shown=[found.uid])
    context = {
        "grievance": found,
        "row": queries.row_of(found),
        "timeline": queries.chronicle(found, named=True),
        "refusal": RefusalForm(),
        "referral": ReferralForm(),
        "answer": AnswerForm(),
        **(tried or {}),
    }
    return render(request, "grievances/matter.html", context, status=status)

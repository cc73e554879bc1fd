"""For supervisors: a change of the calendar is uploaded, its moves are looked at, then it is made or let go."""

from collections.abc import Callable
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from hall.accounts.forms.pinning import pin
from hall.accounts.models import User
from hall.accounts.people import actor_of, signed_in
from hall.audit.trail import record
from hall.clock import today
from hall.errors import Invalid, NotAllowed
from hall.organisations.requests import hall_of
from hall.workdays.coverage import coverage_problem
from hall.workdays.forms import ChangeForm, RemovalForm
from hall.workdays.proposals import apply_proposal, discard_proposal, propose
from hall.workdays.queries import moves_of, place, proposal_of, proposals, still_recounting
from hall.workdays.rules import may_change_calendar, may_see_calendar


@never_cache
@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def changes(request: HttpRequest) -> HttpResponse:
    """What is proposed, and the form for the next one. District supervisors read it and upload nothing."""
    user = signed_in(request)
    if not may_see_calendar(user):
        raise NotAllowed(_("这一页供监督岗位的工作人员使用。"))
    if request.method == "POST":
        return _upload(request, _changer(user))
    return _page(request, user, ChangeForm())


def _upload(request: HttpRequest, user: User) -> HttpResponse:
    removing = request.POST.get("do") == "remove"
    form = RemovalForm(request.POST) if removing else ChangeForm(request.POST, request.FILES)
    if form.is_valid():
        try:
            proposal = propose(form.change(), user)
        except Invalid as refusal:
            pin(form, Invalid(refusal.message, fields={"days" if removing else "table": [refusal.message]}))
        else:
            messages.success(request, _("已上传，正在核算哪些办件的期限会变动。"))
            return redirect("workdays:change", proposal.uid)
    return _page(request, user, form, status=422)


def _page(request: HttpRequest, user: User, form: ChangeForm | RemovalForm, status: int = 200) -> HttpResponse:
    removal = form if isinstance(form, RemovalForm) else RemovalForm()
    context = {
        "form": form if isinstance(form, ChangeForm) else ChangeForm(),
        "removal": removal if removal.known else None,
        "tried": form,
        "may_change": may_change_calendar(user),
        "proposals": proposals(),
        "problem": coverage_problem(today()),
    }
    return render(request, "workdays/changes.html", context, status=status)


@never_cache
@login_required
@require_safe
def change(request: HttpRequest, uid: UUID) -> HttpResponse:
    """One change with the dates that it moves, a page at a time."""
    user = _changer(signed_in(request))
    proposal = proposal_of(uid)
    after = place(request.GET.get("after", ""))
    page = moves_of(proposal, after or 0)
    shown = [move.subject_uid for move in page.moves]
    code = hall_of(request).code
    record("workdays.change_read", actor=actor_of(user), hall_code=code, subject_uid=uid, shown=shown)
    context = {
        "proposal": proposal,
        "moves": page.moves,
        "older": f"?after={page.following}" if page.following else "",
        "first": request.path if after else "",
        "recounting": still_recounting(proposal),
    }
    return render(request, "workdays/change.html", context)


@login_required
@require_POST
def apply_change(request: HttpRequest, uid: UUID) -> HttpResponse:
    done = _("已启用。未办结办件的期限正在分批重新计算，变动的会逐一告知申请人。")
    return _do(request, uid, apply_proposal, done)


@login_required
@require_POST
def discard(request: HttpRequest, uid: UUID) -> HttpResponse:
    return _do(request, uid, discard_proposal, _("已放弃这项变更。"))


def _do(request: HttpRequest, uid: UUID, deed: Callable[[UUID, User], object], done: str) -> HttpResponse:
    deed(uid, signed_in(request))
    messages.success(request, done)
    return redirect("workdays:change", uid)


def _changer(user: User) -> User:
    if not may_change_calendar(user):
        raise NotAllowed(_("工作日历由市级监督岗位的工作人员变更。"))
    return user

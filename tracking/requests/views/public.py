"""The applicant: what can be asked, the form, the request with its papers, supplement, reasons and withdrawal."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from hall.accounts.forms.pinning import done, pin
from hall.accounts.models import User
from hall.accounts.people import signed_in
from hall.errors import NotFound, Refused
from hall.files.serve import send
from hall.organisations.requests import hall_of
from hall.throttling.spending import spend
from tracking.requests import queries
from tracking.requests.actions import applicant
from tracking.requests.actions.file import file
from tracking.requests.actions.settle import settle_all
from tracking.requests.forms import AskForm, DeedForm, GivenForm, GivenReasonsForm, WithdrawForm
from tracking.requests.kinds import AnswerKind
from tracking.requests.lifecycle import OPEN, RequestState
from tracking.requests.models import InfoRequest
from tracking.requests.rules import asking_bar, mine


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """What can be asked for, how, and until when it is answered."""
    return render(request, "requests/home.html", {"answers": AnswerKind.labels})


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def new(request: HttpRequest) -> HttpResponse:
    """Next click: the request with its number."""
    user = signed_in(request)
    form = AskForm(request.POST or None, hall=hall_of(request), initial={"phone": user.phone})
    bar = asking_bar(user)
    if request.method == "POST" and form.is_valid() and (uid := _filed(form, user)):
        return redirect("requests:one", uid)
    status = 422 if form.errors else 200
    return render(request, "requests/new.html", {"form": form, "bar": bar}, status=status)


def _filed(form: AskForm, user: User) -> UUID | None:
    spend("request-new", str(user.uid), limit=20, period=3600)
    try:
        return file(form.asked(), user).uid
    except Refused as refusal:
        pin(form, refusal)
        return None


@login_required
@require_safe
def one(request: HttpRequest, uid: UUID) -> HttpResponse:
    settle_all()
    return _page(request, _own(request, uid))


@login_required
@require_POST
def supplement(request: HttpRequest, uid: UUID) -> HttpResponse:
    return _do(request, uid, "given_form", GivenForm(request.POST), applicant.supplement)


@login_required
@require_POST
def reasons(request: HttpRequest, uid: UUID) -> HttpResponse:
    form = GivenReasonsForm(request.POST, auto_id="reasons_%s")
    return _do(request, uid, "reasons_form", form, applicant.give_reasons)


@login_required
@require_POST
def withdraw(request: HttpRequest, uid: UUID) -> HttpResponse:
    return _do(request, uid, "withdraw_form", WithdrawForm(request.POST), applicant.withdraw)


@login_required
@require_safe
def paper(request: HttpRequest, uid: UUID, paper: UUID) -> FileResponse:
    """One of the papers addressed to the applicant, once it is signed."""
    found = _own(request, uid).papers.select_related("file").filter(uid=paper).exclude(file=None).first()
    if found is None or found.file is None or not found.for_applicant:
        raise NotFound(_("没有找到这份文书。"))
    return send(found.file, request)


@login_required
@require_safe
def answer_file(request: HttpRequest, uid: UUID) -> FileResponse:
    """The information that was asked for, where the answer provides it as a file."""
    found = mine(request.user).select_related("answer_file").filter(uid=uid).first()
    provided = queries.provided_file(found) if found else None
    if provided is None:
        raise NotFound(_("没有找到这份文件。"))
    return send(provided, request)


def _do(request: HttpRequest, uid: UUID, name: str, form: DeedForm, deed: Callable[..., InfoRequest]) -> HttpResponse:
    found = _own(request, uid)
    user = signed_in(request)
    if done(form, lambda: deed(uid, user, **form.said)):
        messages.success(request, _("已办理。"))
        return redirect("requests:one", uid)
    return _page(request, found, {name: form, "tried": form}, status=422)


def _own(request: HttpRequest, uid: UUID) -> InfoRequest:
    """Anybody else's is as if absent."""
    found = mine(request.user).select_related("hall", "department", "answer_file").filter(uid=uid).first()
    if found is None:
        raise NotFound(_("没有找到这件申请。"))
    return found


def _page(
    request: HttpRequest, found: InfoRequest, tried: dict[str, Any] | None = None, status: int = 200
) -> HttpResponse:
    start = {"version": found.version}
    context = {
        "matter": found,
        "row": queries.row_of(found),
        "timeline": queries.chronicle(found, named=False),
        "papers": [one for one in found.papers.all() if one.for_applicant],
        "answer": queries.answer_label(found) if queries.told_answer(found) else "",
        "given_form": GivenForm(initial=start) if found.state == RequestState.SUPPLEMENTING else None,
        "reasons_form": GivenReasonsForm(initial=start, auto_id="reasons_%s") if found.awaits_reasons else None,
        "withdraw_form": WithdrawForm(initial=start, auto_id="withdraw_%s") if found.state in OPEN else None,
        **(tried or {}),
    }
    return render(request, "requests/one.html", context, status=status)

"""The desk of those who answer requests: what waits, oldest duty first, and one page a request with its deeds."""

from collections.abc import Callable, Iterable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from hall.accounts.forms.pinning import done
from hall.accounts.models import User
from hall.accounts.people import actor_of, signed_in
from hall.audit.trail import record
from hall.errors import NotAllowed, NotFound
from hall.files.serve import send
from hall.organisations.models import Hall
from hall.organisations.requests import hall_of, to_own_hall
from hall.review.queries import highlights
from hall.uids import row_after
from tracking.requests import queries
from tracking.requests.actions import answering, excess, handle, third_parties
from tracking.requests.actions.settle import settle_all
from tracking.requests.forms import (
    AnswerForm,
    ConfirmForm,
    ConsultForm,
    DeedForm,
    DelayForm,
    ExtendForm,
    OpinionForm,
    PassForm,
    ReasonsForm,
    ReturnForm,
    ServiceForm,
    SupplementForm,
    TakeBackForm,
    UnhandledForm,
)
from tracking.requests.models import InfoRequest, ThirdParty
from tracking.requests.offers import offered
from tracking.requests.rules import halls_of, handled_by

Named = tuple[str, DeedForm]
_DEEDS: dict[str, tuple[type[DeedForm], Callable[..., InfoRequest]]] = {
    "confirm": (ConfirmForm, handle.confirm),
    "supplement": (SupplementForm, handle.ask_supplement),
    "consult": (ConsultForm, third_parties.consult),
    "serve": (ServiceForm, third_parties.note_service),
    "opinion": (OpinionForm, third_parties.note_opinion),
    "take_back": (TakeBackForm, third_parties.take_back),
    "extend": (ExtendForm, handle.extend),
    "reasons": (ReasonsForm, excess.ask_reasons),
    "unhandled": (UnhandledForm, excess.leave_unhandled),
    "delay": (DelayForm, excess.delay),
    "answer": (AnswerForm, answering.send_to_check),
    "pass": (PassForm, answering.answer),
    "return": (ReturnForm, answering.send_back),
}
# One form for each of those whom the deed is about.
_PARTIES: dict[str, Callable[[InfoRequest], Iterable[ThirdParty]]] = {
    "serve": InfoRequest.to_be_served,
    "opinion": InfoRequest.to_be_heard,
    "take_back": InfoRequest.still_asked,
}


@login_required
@require_safe
def queue(request: HttpRequest) -> HttpResponse:
    """One hall's requests, in the frame of that hall."""
    user = _officer(request)
    halls = list(halls_of(user))
    hall = next((one for one in halls if one == hall_of(request)), halls[0])
    return to_own_hall(request, hall) or _queue(request, user, hall)


def _queue(request: HttpRequest, user: User, hall: Hall) -> HttpResponse:
    settle_all()
    is_done = request.GET.get("state") == "done"
    page = queries.desk(user, hall, done=is_done, after=row_after(request.GET.get("after", "")))
    shown = [row.request.uid for row in page.rows]
    record("request.listed", actor=actor_of(user), hall_code=hall.code, shown=shown)
    first = "?state=done" if is_done else "?state=open"
    context = {
        "rows": page.rows,
        "done": is_done,
        "older": f"{first}&after={page.following}" if page.following else "",
        "first": first if request.GET.get("after") else "",
    }
    return render(request, "requests/queue.html", context)


@login_required
@require_safe
def matter(request: HttpRequest, uid: UUID) -> HttpResponse:
    user = _officer(request)
    settle_all()
    found = _visible(user, uid)
    return to_own_hall(request, found.hall) or _page(request, user, found)


@login_required
@require_POST
def do(request: HttpRequest, uid: UUID, deed: str) -> HttpResponse:
    """One deed of the page."""
    user = _officer(request)
    found = _visible(user, uid)
    if deed not in _DEEDS:
        raise NotFound(_("没有这项办理。"))
    form = _form(deed, found, request.POST, request.FILES)
    if done(form, lambda: _DEEDS[deed][1](uid, user, **form.said)):
        messages.success(request, _("已办理。"))
        return redirect("requests:matter", uid)
    return _page(request, user, found, {deed: form}, status=422)


@login_required
@require_safe
def paper(request: HttpRequest, uid: UUID, paper: UUID) -> FileResponse:
    found = _visible(_officer(request), uid).papers.select_related("file").filter(uid=paper).exclude(file=None).first()
    if found is None or found.file is None:
        raise NotFound(_("没有找到这份文书。"))
    return send(found.file, request)


@login_required
@require_safe
def answer_file(request: HttpRequest, uid: UUID) -> FileResponse:
    """The file of the answer as it is drafted or was given."""
    found = handled_by(_officer(request)).select_related("answer_file").filter(uid=uid).first()
    if found is None or found.answer_file is None:
        raise NotFound(_("没有找到这份文件。"))
    return send(found.answer_file, request)


def _officer(request: HttpRequest) -> User:
    user = signed_in(request)
    if not halls_of(user).exists():
        raise NotAllowed(_("依申请公开只对公示起草、保密审查岗位和机关负责人开放。"))
    return user


def _visible(user: User, uid: UUID) -> InfoRequest:
    """Another department's request is as if absent."""
    found = handled_by(user).select_related("hall", "department", "answer_file").filter(uid=uid).first()
    if found is None:
        raise NotFound(_("没有找到这件申请。"))
    return found


def _form(deed: str, found: InfoRequest, sent: Any = None, files: Any = None) -> DeedForm:
    """The form of a deed, empty or with what was sent; each has ids of its own, since they share a page."""
    options: dict[str, Any] = {"auto_id": f"{deed}_%s", "initial": {"version": found.version}}
    if deed == "pass":
        review = queries.review_of(found)
        options["findings"] = highlights(review.findings if review else [])
    if deed == "answer":
        options["drafted"] = found
    return _DEEDS[deed][0](sent, files, **options)


def _page(
    request: HttpRequest, user: User, found: InfoRequest, tried: dict[str, DeedForm] | None = None, status: int = 200
) -> HttpResponse:
    record("request.read", actor=actor_of(user), hall_code=found.hall.code, subject_uid=found.uid, shown=[found.uid])
    deeds = {name: _form(name, found) for name in offered(user, found)}
    context = {
        "matter": found,
        "row": queries.row_of(found),
        "timeline": queries.chronicle(found, named=True),
        "parties": list(found.third_parties.all()),
        "papers": list(found.papers.all()),
        "answer": queries.answer_label(found),
        "review": queries.review_of(found),
        "deeds": deeds | (tried or {}),
        "of_parties": {
            deed: _for_each(deed, parties(found), found, (tried or {}).get(deed))
            for deed, parties in _PARTIES.items()
            if deed in deeds
        },
        "tried": next(iter(tried.values()), None) if tried else None,
    }
    return render(request, "requests/matter.html", context, status=status)


def _for_each(deed: str, parties: Iterable[ThirdParty], found: InfoRequest, tried: DeedForm | None) -> list[Named]:
    """One form of the deed for each third party it is about; the one that was tried keeps what was written."""
    start = {"version": found.version}
    return [
        (
            one.name,
            tried
            if tried and tried.data.get("party") == str(one.uid)
            else _DEEDS[deed][0](initial=start | {"party": one.uid}, auto_id=f"{deed}{at}_%s"),
        )
        for at, one in enumerate(parties)
    ]

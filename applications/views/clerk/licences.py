"""The licences that a department issued: found by number or holder, followed, and acted on by its signers and head."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from applications.actions import take_licence
from applications.actions.licence_inspections.mending import check_mended
from applications.actions.licence_inspections.recording import record_licence_inspection
from applications.actions.licence_inspections.signing import discard_licence_inspection, sign_licence_inspection
from applications.actions.licences_due import settle_licences, settle_one_licence
from applications.models import Licence
from applications.queries.desk.duties import places_of
from applications.queries.granting_part import granting_part
from applications.queries.licence_inspections import inspections_of
from applications.queries.licence_offers import offered_for
from applications.queries.licences import facts_of, page_of, watched_licence
from applications.queries.violations import received_about
from applications.rules import licences_watched_by
from applications.views.clerk.entering import clerk_of, note_reading
from applications.views.clerk.forms import licence as forms
from applications.views.clerk.forms import licence_inspection as inspecting
from hall.accounts.models import User
from hall.accounts.people import signed_in
from hall.clock import now
from hall.errors import Incomplete, Invalid
from hall.organisations.models import Department
from hall.organisations.requests import hall_of, to_own_hall

DEEDS: dict[str, tuple[type[forms.LicenceForm], Callable[..., object]]] = {
    form.deed: (form, act)
    for form, act in (
        (forms.SuspendLicenceForm, take_licence.suspend_licence),
        (forms.ResumeLicenceForm, take_licence.resume_licence),
        (forms.WithdrawLicenceForm, take_licence.withdraw_licence),
        (forms.RevokeLicenceForm, take_licence.revoke_licence),
        (forms.CancelLicenceForm, take_licence.cancel_licence),
        (inspecting.RecordForm, record_licence_inspection),
        (inspecting.SignForm, sign_licence_inspection),
        (inspecting.DiscardForm, discard_licence_inspection),
        (inspecting.MendedForm, check_mended),
    )
}


@login_required
@require_safe
def licences(request: HttpRequest) -> HttpResponse:
    user = clerk_of(request)
    departments = Department.objects.select_related("hall").filter(pk__in=places_of(user)).order_by("hall__code")
    if not departments.filter(hall=hall_of(request)) and (elsewhere := to_own_hall(request, departments[0].hall)):
        return elsewhere
    settle_licences()
    text = request.GET.get("q", "").replace("\0", "").strip()[:60]
    here = licences_watched_by(user).filter(issuer__hall=hall_of(request))
    rows, after = page_of(here, after=request.GET.get("after", ""), text=text)
    shown = [one.application.uid for one in rows]
    note_reading(request, user, action="licences.listed", hall=hall_of(request), shown=shown)
    older = request.GET.copy()
    older["after"] = after
    context = {"entries": [_entry(one) for one in rows], "older": f"?{older.urlencode()}" if after else "", "q": text}
    return render(request, "applications/clerk/licences.html", context)


def _entry(licence: Licence) -> dict[str, Any]:
    return {
        "title": f"{licence.name}　{licence.number}",
        "url": reverse("desk:licence", args=[licence.uid]),
        "meta": f"{licence.holder_name} · {licence.issuer.name}",
        "tag": licence.get_state_display(),
    }


@login_required
@require_safe
def licence(request: HttpRequest, uid: UUID) -> HttpResponse:
    user = signed_in(request)
    found = watched_licence(user, uid)
    if found.settle_at and found.settle_at <= now() and settle_one_licence(uid):
        found = watched_licence(user, uid)
    return _show(request, user, found)


def _show(request: HttpRequest, user: User, found: Licence, tried: forms.LicenceForm | None = None) -> HttpResponse:
    note_reading(request, user, action="licence.opened", hall=found.hall, shown=[found.application.uid])
    offered = offered_for(user, found)
    context = {
        "licence": found,
        "facts": facts_of(found),
        "entries": found.entries.order_by("-id"),
        "inspections": inspections_of(found),
        "part": granting_part(found),
        "notices": received_about(found),
        "forms": [tried if tried and tried.deed == deed else DEEDS[deed][0](found) for deed in offered],
        "tried": tried,
    }
    return render(request, "applications/clerk/licence.html", context, status=422 if tried else 200)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def do(request: HttpRequest, uid: UUID, deed: str) -> HttpResponse:
    user = signed_in(request)
    found = watched_licence(user, uid)
    if deed not in DEEDS:
        raise Http404
    if request.method != "POST":
        return redirect("desk:licence", uid)
    kind, act = DEEDS[deed]
    form = kind(found, request.POST, request.FILES)
    if form.is_valid() and _done(form, act, uid, user):
        messages.success(request, _("已办理：%(deed)s。") % {"deed": form.title})
        return redirect("desk:licence", uid)
    return _show(request, user, found, form)


def _done(form: forms.LicenceForm, act: Callable[..., object], uid: UUID, user: User) -> bool:
    try:
        act(uid, user, seen=form.cleaned_data["version"], **form.told())
    except (Incomplete, Invalid) as refusal:
        form.lay(refusal)
        return False
    return True

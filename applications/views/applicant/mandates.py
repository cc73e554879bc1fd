"""My mandates: given and revoked by the principal, seen and given up by the agent (行政许可法 Art. 29)."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from applications.actions.mandates import end_mandate, give_mandate
from applications.forms.mandates import MandateForm
from applications.queries.mandates import mandates_of
from applications.views.applicant.pages import personal
from hall.accounts.forms.pinning import pin
from hall.accounts.mandates import LEVEL_TO_GRANT, check_may_grant
from hall.accounts.models import Kind, User
from hall.accounts.people import signed_in
from hall.errors import Incomplete, Invalid, Refused
from hall.organisations.requests import hall_of
from hall.throttling.spending import spend

# Enough for a company with many branches, too few to try out whose numbers are known here.
TRIES, AN_HOUR = 20, 3600


@personal("GET")
def mandates(request: HttpRequest) -> HttpResponse:
    user = signed_in(request)
    given, held = mandates_of(user)
    context = {"given": given, "held": held, "may_hold": user.kind == Kind.PERSON}
    return render(request, "applications/applicant/mandates.html", context)


@personal("GET", "POST")
def grant(request: HttpRequest) -> HttpResponse:
    user, form = signed_in(request), MandateForm(request.POST or None)
    if barred := _barred(user):
        return render(request, "applications/applicant/mandate.html", barred, status=barred["refusal"].status)
    if request.method == "POST" and form.is_valid() and _given(request, user, form):
        messages.success(request, _("委托已生效，代理人会收到消息。"))
        return redirect("apply:mandates")
    context = {"form": form, "principal": user.legal_representative or user.name}
    return render(request, "applications/applicant/mandate.html", context, status=422 if form.errors else 200)


def _given(request: HttpRequest, user: User, form: MandateForm) -> bool:
    spend("mandate", str(user.uid), limit=TRIES, period=AN_HOUR)
    names = {name: form.cleaned_data[name] for name in ("agent_name", "agent_number")}
    try:
        give_mandate(user, **names, power=form.power(), hall=hall_of(request))
    except Invalid as refusal:
        pin(form, refusal)
        return False
    return True


def _barred(user: User) -> dict[str, Any] | None:
    """Why this account cannot let anybody act for it, and the way on if there is one."""
    try:
        check_may_grant(user)
    except Incomplete as refusal:
        level = int(LEVEL_TO_GRANT[Kind(user.kind)])
        query = urlencode({"level": str(level), "next": reverse("apply:mandate_new")})
        return {"refusal": refusal, "way": f"{reverse('accounts:real_name')}?{query}"}
    except Refused as refusal:
        return {"refusal": refusal, "way": ""}
    return None


@personal("GET", "POST")
def end(request: HttpRequest, uid: UUID) -> HttpResponse:
    if request.method == "POST":
        end_mandate(uid, signed_in(request), hall=hall_of(request))
        messages.success(request, _("委托已经终止。"))
    return redirect("apply:mandates")

"""Doing one of the applicant's deeds from its form: done and back to the case, or the page again with what is wrong."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from applications.history import happened_since
from applications.models import Application
from applications.queries.own_offers import offered_to_applicant
from applications.views.applicant.case import show
from applications.views.applicant.deeds import DEEDS
from applications.views.applicant.forms import OwnDeedForm
from applications.views.applicant.pages import is_draft, own_case, personal
from hall.accounts.models import User
from hall.accounts.people import signed_in
from hall.errors import Incomplete, Invalid, WrongState


@personal("GET", "POST")
def do(request: HttpRequest, uid: UUID, deed: str) -> HttpResponse:
    application = own_case(request, uid)
    if deed not in DEEDS:
        raise Http404
    if request.method != "POST" or is_draft(application):
        return redirect("apply:case", uid)
    form = DEEDS[deed].form(application, request.POST, request.FILES)
    if form.is_valid() and _done(form, uid, signed_in(request)):
        messages.success(request, DEEDS[deed].done)
        return redirect("apply:case", uid)
    if deed not in offered_to_applicant(application):
        raise _not_now(application, form)
    return show(request, application, tried=form)


def _not_now(application: Application, form: OwnDeedForm) -> WrongState:
    seen = form.cleaned_data.get("version", application.version)
    happened = happened_since(application, seen) if seen != application.version else []
    return WrongState(_("这一步现在不能办理。请查看最新情况后再操作。"), happened=happened)


def _done(form: OwnDeedForm, uid: UUID, user: User) -> bool:
    try:
        DEEDS[form.deed].act(uid, user, seen=form.cleaned_data["version"], **form.told())
    except (Incomplete, Invalid) as refusal:
        form.lay(refusal)
        return False
    return True

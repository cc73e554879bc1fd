"""The person who complains or suggests: write, keep the number, look it up, read the answer, rate it."""

from typing import Any
from uuid import UUID

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from complaints.grievances import proof, queries
from complaints.grievances.actions.file import file
from complaints.grievances.actions.rate import rate
from complaints.grievances.forms import GrievanceForm, LookUpForm, RatingForm
from complaints.grievances.lifecycle import GrievanceState
from complaints.grievances.limits import days_for
from complaints.grievances.models import Grievance
from complaints.grievances.rules import mine
from hall.accounts.forms.pinning import pin
from hall.accounts.models import User
from hall.errors import Invalid, NotFound
from hall.organisations.requests import hall_of
from hall.throttling.spending import spend


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    return _home(request, LookUpForm())


def _home(request: HttpRequest, form: LookUpForm, status: int = 200) -> HttpResponse:
    days = {duty: days_for(duty) for duty in ("accept", "complaint", "suggestion")}
    context = {"form": form, "days": days, "enforcement": settings.HALL_ENFORCEMENT}
    return render(request, "grievances/home.html", context, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
def new(request: HttpRequest) -> HttpResponse:
    """Next click: the receipt with number and query code."""
    form = GrievanceForm(request.POST or None, hall=hall_of(request), initial=_start(request))
    if request.method == "POST" and form.is_valid():
        spend("grievance-new", request.META.get("REMOTE_ADDR", ""), limit=20, period=3600)
        try:
            grievance = file(form.told(), hall=hall_of(request), user=_person(request))
        except Invalid as refusal:
            pin(form, refusal)
        else:
            proof.remember(request, grievance.uid)
            return redirect("grievances:receipt", grievance.uid)
    return render(request, "grievances/new.html", {"form": form}, status=422 if form.errors else 200)


def _start(request: HttpRequest) -> dict[str, Any]:
    """What the link said, and the name of who is signed in: they see it and may take it out."""
    person, case_no = _person(request), request.GET.get("case", "").replace("\0", "")
    return {
        "case_no": case_no,
        "accused_department": queries.holder_in(queries.own_case(person, case_no), hall_of(request)),
        "category": request.GET.get("category", "complaint"),
        "name": person.name if person else "",
    }


def _person(request: HttpRequest) -> User | None:
    return request.user if isinstance(request.user, User) else None


@require_safe
def receipt(request: HttpRequest, uid: UUID) -> HttpResponse:
    return render(request, "grievances/receipt.html", {"grievance": _own(request, uid)})


@require_POST
def look_up(request: HttpRequest) -> HttpResponse:
    form = LookUpForm(request.POST)
    if form.is_valid():
        try:
            found = proof.prove(request, form.cleaned_data["number"], form.cleaned_data["code"])
        except NotFound as refusal:
            pin(form, refusal)
        else:
            return redirect("grievances:one", found.uid)
    return _home(request, form, status=422)


@require_safe
def one(request: HttpRequest, uid: UUID) -> HttpResponse:
    return _page(request, _own(request, uid), RatingForm())


@require_POST
def rating(request: HttpRequest, uid: UUID) -> HttpResponse:
    grievance = _own(request, uid)
    form = RatingForm(request.POST)
    if not form.is_valid():
        return _page(request, grievance, form, status=422)
    rate(uid, user=_person(request), proven=proof.is_proven(request, uid), **form.cleaned_data)
    messages.success(request, _("感谢您的评价。"))
    return redirect("grievances:one", uid)


def _own(request: HttpRequest, uid: UUID) -> Grievance:
    """The person's own, by account or by number and code; anybody else's is as if absent."""
    found = Grievance.objects.select_related("hall", "accused_department").filter(uid=uid).first()
    if found and (proof.is_proven(request, uid) or mine(request.user).filter(pk=found.pk).exists()):
        return found
    raise NotFound(_("没有找到这件建议投诉。"))


def _page(request: HttpRequest, grievance: Grievance, form: RatingForm, status: int = 200) -> HttpResponse:
    context = {
        "row": queries.row_of(grievance),
        "grievance": grievance,
        "timeline": queries.chronicle(grievance, named=False),
        "form": form if grievance.state == GrievanceState.ANSWERED else None,
    }
    return render(request, "grievances/one.html", context, status=status)

"""The person who complains or suggests: write, keep the number, look it up, read the answer, rate it."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from complaints.grievances import proof
from complaints.grievances.actions.file import file
from complaints.grievances.actions.rate import rate
from complaints.grievances.forms import GrievanceForm, LookUpForm, RatingForm
from complaints.grievances.lifecycle import GrievanceState
from complaints.grievances.models import Grievance
from complaints.grievances.rules import mine
from hall.accounts.models import User
from hall.errors import Invalid, NotFound
from hall.organisations.requests import hall_of
from hall.portal.forms import add_refusal
from hall.throttling import spend


@require_GET
def home(request: HttpRequest) -> HttpResponse:
    return render(request, "grievances/home.html", {"form": LookUpForm()})


@require_http_methods(["GET", "POST"])
def new(request: HttpRequest) -> HttpResponse:
    """Next click: the receipt with number and query code."""
    initial = {"case_no": request.GET.get("case", ""), "category": request.GET.get("category", "complaint")}
    form = GrievanceForm(request.POST or None, hall=hall_of(request), initial=initial)
    if request.method == "POST" and form.is_valid():
        spend("grievance-new", request.META.get("REMOTE_ADDR", ""), limit=20, period=3600)
        user = request.user if isinstance(request.user, User) else None
        try:
            grievance = file(form.told(), hall=hall_of(request), user=user)
        except Invalid as refusal:
            add_refusal(form, refusal)
        else:
            proof.remember(request, grievance.uid)
            return redirect("grievances:receipt", grievance.uid)
    return render(request, "grievances/new.html", {"form": form}, status=422 if form.errors else 200)


@require_GET
def receipt(request: HttpRequest, uid: UUID) -> HttpResponse:
    return render(request, "grievances/receipt.html", {"grievance": _own(request, uid)})


@require_POST
def look_up(request: HttpRequest) -> HttpResponse:
    form = LookUpForm(request.POST)
    if form.is_valid():
        try:
            found = proof.prove(request, form.cleaned_data["number"], form.cleaned_data["code"])
        except NotFound as refusal:
            add_refusal(form, refusal)
        else:
            return redirect("grievances:one", found.uid)
    return render(request, "grievances/home.html", {"form": form}, status=422)


@require_GET
def one(request: HttpRequest, uid: UUID) -> HttpResponse:
    return _page(request, _own(request, uid), RatingForm())


@require_POST
def rating(request: HttpRequest, uid: UUID) -> HttpResponse:
    grievance = _own(request, uid)
    form = RatingForm(request.POST)
    if not form.is_valid():
        return _page(request, grievance, form, status=422)
    user = request.user if isinstance(request.user, User) else None
    rate(uid, user=user, proven=proof.is_proven(request, uid), **form.cleaned_data)
    messages.success(request, _("感谢您的评价。"))
    return redirect("grievances:one", uid)


def _own(request: HttpRequest, uid: UUID) -> Grievance:
    """The person's own, by account or by number and code; anybody else's is as if absent."""
    found = Grievance.objects.select_related("hall", "accused_department").filter(uid=uid).first()
    if found and (proof.is_proven(request, uid) or mine(request.user).filter(pk=found.pk).exists()):
        return found
    raise NotFound(_("没有找到这件建议投诉。"))


def _page(request: HttpRequest, grievance: Grievance, form: RatingForm, status: int = 200) -> HttpResponse:
    rateable = grievance.state == GrievanceState.ANSWERED
    context = {"grievance": grievance, "form": form if rateable else None}
    return render(request, "grievances/one.html", context, status=status)

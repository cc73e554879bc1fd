"""Following a case without an account."""

from datetime import timedelta
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_safe

from applications.models import Application
from hall.audit.circumstances import circumstances
from hall.audit.trail import record
from hall.clock import now
from hall.errors import NotFound
from hall.organisations.requests import hall_of
from tracking.progress.forms import LookUpForm
from tracking.progress.reduced import progress_of
from tracking.progress.searching import current, look_up

# What was opened stays open in this browser for half an hour, on its own address without the code.
OPENED, STAYS_OPEN = "progress.opened", timedelta(minutes=30)


@never_cache
@sensitive_post_parameters("code")
@require_http_methods(["GET", "HEAD", "POST"])
def look_up_page(request: HttpRequest) -> HttpResponse:
    """The form posts, so that no number and no code stands in an address or a log."""
    form = LookUpForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            return _open(request, look_up(**form.cleaned_data, address=circumstances().address))
        except NotFound as refusal:
            form.add_error(None, str(refusal.message))
            return _form(request, form, status=refusal.status)
    return _form(request, form, status=422 if form.errors else 200)


def _form(request: HttpRequest, form: LookUpForm, *, status: int) -> HttpResponse:
    return render(request, "progress/look_up.html", {"form": form}, status=status)


def _open(request: HttpRequest, found: Application) -> HttpResponse:
    record("progress.looked_up", actor=None, hall_code=hall_of(request).code, subject_uid=found.uid)
    request.session[OPENED] = {"uid": str(found.uid), "until": (now() + STAYS_OPEN).timestamp()}
    return redirect("progress:case")


@never_cache
@require_safe
def case(request: HttpRequest) -> HttpResponse:
    """The case that this browser looked up; without one, the form."""
    opened: dict[str, Any] = request.session.get(OPENED, {})
    if now().timestamp() > opened.get("until", 0):
        return redirect("progress:look_up")
    found = Application.objects.filter(uid=opened["uid"]).exclude(case_no=None).first()
    if found is None:
        return redirect("progress:look_up")
    return render(request, "progress/case.html", {"progress": progress_of(current(found))})

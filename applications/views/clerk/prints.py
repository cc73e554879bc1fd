"""Batch printing: who hands papers out ticks several and gets one PDF for the printer."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from applications.actions.print_batch import print_batch
from applications.queries.desk.prints import chosen, print_page, printable_by
from applications.views.clerk.entering import note_reading
from applications.views.clerk.forms.prints import PrintFilterForm
from hall.accounts.models import Duty, User
from hall.accounts.people import signed_in
from hall.accounts.rules import departments_of
from hall.clock import today
from hall.errors import Incomplete, NotAllowed
from hall.organisations.requests import hall_of, to_own_hall


@never_cache
@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def prints(request: HttpRequest) -> HttpResponse:
    user = signed_in(request)
    places = departments_of(user, Duty.WINDOW, Duty.CERTIFICATES)
    if not places:
        raise NotAllowed(_("批量打印只对窗口受理和制证送达岗位开放。"))
    if not places.filter(hall=hall_of(request)) and (elsewhere := to_own_hall(request, places[0].hall)):
        return elsewhere
    if request.method == "POST":
        return _printed(request, user)
    return _page(request, user)


def _page(request: HttpRequest, user: User, *, problem: str = "") -> HttpResponse:
    form = PrintFilterForm(request.GET)
    wanted = form.cleaned_data if form.is_valid() else {}
    page = print_page(printable_by(user, hall_of(request)), **wanted, after=request.GET.get("after", ""))
    shown = [paper.application.uid for paper in page.papers]
    note_reading(request, user, action="papers.listed", hall=hall_of(request), shown=shown)
    older = request.GET.copy()
    older["after"] = page.next
    context = {
        "papers": page.papers,
        "form": form,
        "older": f"?{older.urlencode()}" if page.next else "",
        "problem": problem,
    }
    return render(request, "applications/clerk/prints.html", context, status=422 if problem else 200)


def _printed(request: HttpRequest, user: User) -> HttpResponse:
    hall = hall_of(request)
    try:
        pdf = print_batch(chosen(printable_by(user, hall), request.POST.getlist("papers")), user, hall)
    except Incomplete as refusal:
        return _page(request, user, problem=str(refusal.message))
    response = HttpResponse(pdf, content_type="application/pdf")
    response["Content-Disposition"] = f'attachment; filename="papers-{today():%Y%m%d}.pdf"'
    return response

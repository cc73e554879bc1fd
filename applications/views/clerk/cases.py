"""The desk: one dense table by days left, its filters in the address."""

from dataclasses import replace
from typing import Any

from django.contrib.auth.decorators import login_required
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from applications.actions.settling import settle_due
from applications.queries.desk.duties import may_hand_out, places_of
from applications.queries.desk.errands import errands_for
from applications.queries.desk.filters import Filters, Scope, Urgency
from applications.queries.desk.lists import Places, capped_count, desk_page
from applications.queries.desk.paging import cursor_from
from applications.views.clerk.entering import clerk_of, note_reading
from applications.views.clerk.forms import FilterForm
from hall.accounts.models import Duty
from hall.accounts.rules import has_duty
from hall.organisations.models import Department
from hall.organisations.requests import hall_of, to_own_hall


@login_required
@require_safe
def cases(request: HttpRequest) -> HttpResponse:
    places = places_of(clerk_of(request))
    departments = Department.objects.select_related("hall").filter(pk__in=places).order_by("hall__code", "kind")
    here = departments.filter(hall=hall_of(request))
    if not here and (elsewhere := to_own_hall(request, departments[0].hall)):
        return elsewhere
    settle_due()
    return _page(request, {one.pk: places[one.pk] for one in here}, here)


def _page(request: HttpRequest, places: Places, departments: QuerySet[Department]) -> HttpResponse:
    form = FilterForm(request.GET, departments)
    filters = replace(form.filters, user=clerk_of(request))
    page = desk_page(places, filters, cursor_from(request.GET.get("after", "")))
    errands = errands_for(clerk_of(request), places)
    shown = [*(row.handling.application.uid for row in page.rows), *(one.errand.application.uid for one in errands)]
    note_reading(request, clerk_of(request), action="desk.listed", hall=hall_of(request), shown=shown)
    context = {
        "errands": errands,
        "form": form,
        "filters": filters,
        "rows": page.rows,
        "tabs": _tabs(places, filters),
        "overdue": capped_count(places, Filters(scope=Scope.ALL, urgency=Urgency.OVERDUE)),
        "older": _address(request, after=str(page.next)) if page.next else "",
        "first": _address(request, after="") if request.GET.get("after") else "",
        "several": len(places) > 1,
        "watches": has_duty(clerk_of(request), Duty.SUPERVISOR),
        "exams": any("review" in kinds for kinds in places.values()),
        "prints": any(may_hand_out(kinds) for kinds in places.values()),
    }
    return render(request, "applications/clerk/cases.html", context)


def _tabs(places: Places, filters: Filters) -> list[dict[str, Any]]:
    return [
        {
            "scope": scope.value,
            "label": scope.label,
            "count": capped_count(places, Filters(scope=scope, user=filters.user)),
            "current": scope == filters.scope,
        }
        for scope in Scope
    ]


def _address(request: HttpRequest, *, after: str) -> str:
    query = request.GET.copy()
    query["after"] = after
    return "?" + query.urlencode()

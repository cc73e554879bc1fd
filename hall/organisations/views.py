"""Who entrusted what to whom, for everybody to read (行政许可法 Art. 24)."""

from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from hall.clock import today
from hall.organisations.models import Entrustment
from hall.organisations.requests import hall_of


@require_safe
def entrustments(request: HttpRequest) -> HttpResponse:
    """Those in force that concern this hall; the city's page shows its own."""
    here = hall_of(request)
    shown = Entrustment.objects.in_force(today()).filter(Q(entrusting__hall=here) | Q(entrusted__hall=here))
    context = {"entrustments": shown.select_related("entrusting", "entrusted")}
    return render(request, "organisations/entrustments.html", context)

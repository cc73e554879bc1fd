"""Pages for those who knock at a door that is not there."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from hall.clock import today
from hall.organisations.addresses import path_prefix
from hall.organisations.models import Division
from hall.organisations.queries import serving_hall


def unknown_host(request: HttpRequest) -> HttpResponse:
    """A name that no hall answers to; the name itself is not repeated, for it came from outside."""
    return render(request, "organisations/unknown_host.html", status=400)


def not_opened(request: HttpRequest) -> HttpResponse:
    """An installation whose halls have not been set up yet."""
    return render(request, "organisations/not_opened.html", status=503)


def no_such_hall(request: HttpRequest, code: str) -> HttpResponse:
    """No hall has this code; a division that ended says which hall serves it now."""
    division = Division.objects.select_related("successor").filter(code=code).first()
    hall = serving_hall(division, today()) if division else None
    context = {"division": division, "hall": hall, "address": path_prefix(hall) if hall else "/"}
    return render(request, "organisations/no_such_hall.html", context, status=404)

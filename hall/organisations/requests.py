"""The hall of a request, typed: the middleware puts it there."""

from django.http import HttpRequest, HttpResponseRedirect
from django.shortcuts import redirect

from hall.organisations.addresses import path_prefix
from hall.organisations.models import Hall


def hall_of(request: HttpRequest) -> Hall:
    """The hall in which this request was made; every list goes through it."""
    hall: Hall = request.hall  # type: ignore[attr-defined]
    return hall


def to_own_hall(request: HttpRequest, hall: Hall) -> HttpResponseRedirect | None:
    """The same page in the frame of the hall that it belongs to, when it was asked for in another one's."""
    if hall_of(request) == hall:
        return None
    query = request.META.get("QUERY_STRING", "")
    return redirect(path_prefix(hall).rstrip("/") + request.path_info + (f"?{query}" if query else ""))

"""The hall of a request, typed: the middleware puts it there."""

from django.http import HttpRequest

from hall.organisations.models import Hall


def hall_of(request: HttpRequest) -> Hall:
    """The hall in which this request was made; every list goes through it."""
    hall: Hall = request.hall  # type: ignore[attr-defined]
    return hall

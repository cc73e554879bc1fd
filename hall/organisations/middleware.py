"""Puts the hall on the request, by host name or by the first path segment."""

from collections.abc import Callable

from django.conf import settings
from django.core.exceptions import DisallowedHost
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.http.request import split_domain_port
from django.urls import get_script_prefix, set_script_prefix

from hall.clock import today
from hall.organisations.addresses import is_own_name, split_path
from hall.organisations.models import Hall
from hall.organisations.refusals import no_such_hall, not_opened, unknown_host
from hall.organisations.remembered import remembered


class HallMiddleware:
    """A path prefix wins over the host, so that every hall can be reached from any of them."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        try:
            host = request.get_host()
        except DisallowedHost:
            return unknown_host(request)
        code, inside = split_path(request.path_info)
        hall = remembered(("code", code), lambda: _by_code(code)) if code else _answering(host)
        if hall is None:
            return _refusal(request, code, host)
        request.hall = hall  # type: ignore[attr-defined]
        return self._within(request, code, inside) if code else self.get_response(request)

    def _within(self, request: HttpRequest, code: str, inside: str) -> HttpResponse:
        """Serve with the segment taken off, and every reversed address put back under it."""
        outer = get_script_prefix()
        request.path_info = inside
        set_script_prefix(f"{outer}{code}/")
        try:
            return self.get_response(request)
        finally:
            # The prefix belongs to the thread, which serves another hall next.
            set_script_prefix(outer)


def _refusal(request: HttpRequest, code: str, host: str) -> HttpResponse:
    if code:
        return no_such_hall(request, code)
    return not_opened(request) if is_own_name(host) else unknown_host(request)


def _by_code(code: str) -> Hall | None:
    hall = Hall.objects.select_related("division", "parent").filter(code=code).first()
    return hall if hall and hall.division.is_current(today()) else None


def _answering(host: str) -> Hall | None:
    hall: Hall | None = remembered(("host", host), lambda: _by_host(host))
    return hall


def _by_host(host: str) -> Hall | None:
    domain, _port = split_domain_port(host)
    wanted = Q(host=domain)
    if is_own_name(host):
        wanted |= Q(code=settings.HALL_CITY_CODE)
    found = list(Hall.objects.select_related("division", "parent").filter(wanted))
    # A hall of that very name before the city's, which answers to the installation's own names.
    return next((hall for hall in found if hall.host == domain), found[0] if found else None)

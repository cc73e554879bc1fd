"""Ends sessions that rested or lasted too long, and sends those with an old password to change it."""

from collections.abc import Callable
from enum import StrEnum
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import urlencode

from hall.accounts.models import User
from hall.accounts.passwords import must_change
from hall.accounts.people import idle_minutes
from hall.clock import now

GetResponse = Callable[[HttpRequest], HttpResponse]

_BEGUN, _SEEN = "session_begun", "session_seen"
# A write for each request would cost more than it tells; the idle limit is known to a minute.
_NOTE_EVERY_SECONDS = 60
# The API refuses by itself, in its own words.
_OPEN_TO_OLD_PASSWORDS = ("/accounts/password/", "/accounts/sign-out/", "/preferences/", "/api/")


class Ended(StrEnum):
    """Why a session ended; the sign-in page says it in words."""

    IDLE = "idle"
    TOO_LONG = "too_long"


class IdleMiddleware:
    """Idle 15 minutes for staff and 30 for the public, 8 hours at the most (等保 2.0, identity b)."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        user = request.user if settings.SESSION_COOKIE_NAME in request.COOKIES else None
        if isinstance(user, User) and (ended := _ended(request, user)):
            logout(request)
            # A machine that calls the API reads a status, not a sign-in page.
            if not request.path_info.startswith("/api/"):
                return _to_sign_in(request, ended)
        return self.get_response(request)


class PrivacyMiddleware:
    """What a browser with a session reads stays in no cache: the next person at a shared machine goes back to nothing.

    等保 2.0, 剩余信息保护. Pages that say something of their own keep it.
    """

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if settings.SESSION_COOKIE_NAME in {*request.COOKIES, *response.cookies}:
            response.headers.setdefault("Cache-Control", "private, no-store")
        return response


class PasswordAgeMiddleware:
    """A member of staff with an initial or aged password reaches nothing but the page that changes it."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        user = request.user
        shut = isinstance(user, User) and must_change(user, now())
        if shut and not request.path_info.startswith(_OPEN_TO_OLD_PASSWORDS):
            return redirect("accounts:password")
        return self.get_response(request)


def _ended(request: HttpRequest, user: User) -> Ended | None:
    moment = int(now().timestamp())
    begun = request.session.setdefault(_BEGUN, moment)
    seen = request.session.setdefault(_SEEN, moment)
    if moment - begun >= settings.HALL_SESSION_HOURS * 3600:
        return Ended.TOO_LONG
    if moment - seen >= idle_minutes(user) * 60:
        return Ended.IDLE
    if moment - seen >= _NOTE_EVERY_SECONDS:
        request.session[_SEEN] = moment
    return None


def _to_sign_in(request: HttpRequest, ended: Ended) -> HttpResponse:
    """Back to where they were once they have signed in; a sent form returns to the page it stood on."""
    address = f"{reverse('accounts:sign_in')}?{urlencode({'next': _return_address(request), 'ended': ended})}"
    response: HttpResponse = HttpResponseRedirect(address)
    if request.headers.get("HX-Request"):
        # htmx would follow a redirect inside a fragment; this header moves the whole page.
        response = HttpResponse(status=204, headers={"HX-Redirect": address})
    return response


def _return_address(request: HttpRequest) -> str:
    if request.method in {"GET", "HEAD"} and not request.headers.get("HX-Request"):
        return request.get_full_path()
    came_from = urlsplit(request.headers.get("Referer", ""))
    return came_from.path if came_from.netloc == request.get_host() else reverse("portal:home")

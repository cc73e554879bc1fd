"""Reading preferences: a form that posts and a cookie, so that they work without JavaScript."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from hall.portal.preferences import COOKIE, COOKIE_AGE, Reading, reading_from


# It only changes how this browser reads; without a token the public pages need no cookie of ours.
@csrf_exempt
@require_POST
def preferences(request: HttpRequest) -> HttpResponse:
    before = reading_from(request.COOKIES.get(COOKIE, ""))
    wished = Reading() if "reset" in request.POST else before.changed(request.POST.dict())
    response = HttpResponseRedirect(_back(request))
    response.set_cookie(
        COOKIE, wished.as_cookie(), max_age=COOKIE_AGE, samesite="Lax", secure=settings.SESSION_COOKIE_SECURE
    )
    _speak(response, request.POST.get("language", ""))
    return response


def _speak(response: HttpResponse, language: str) -> None:
    """Remember the language of the pages; LocaleMiddleware reads this cookie."""
    if language in dict(settings.LANGUAGES):
        response.set_cookie(
            settings.LANGUAGE_COOKIE_NAME,
            language,
            max_age=COOKIE_AGE,
            samesite="Lax",
            secure=settings.SESSION_COOKIE_SECURE,
        )


def _back(request: HttpRequest) -> str:
    """The same page, and never another site."""
    address = request.POST.get("next", "")
    safe = url_has_allowed_host_and_scheme(address, {request.get_host()}, require_https=request.is_secure())
    return address if safe else reverse("portal:home")

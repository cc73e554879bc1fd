"""How long others may keep what the register shows, so that a record corrected or taken back is soon right everywhere.

A browser asks again each time, a shared cache after a minute. What names the reader is kept by nobody.
"""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.utils.cache import patch_vary_headers

SHARED_SECONDS = 60
FRESH = f"public, max-age=0, s-maxage={SHARED_SECONDS}, must-revalidate"


def at_once(view: Callable[..., HttpResponseBase]) -> Callable[..., HttpResponseBase]:
    """What the register tells, also for shared caches: for a minute, only without a session.

    A refusal is kept by nobody: a cache may otherwise keep "gone" as long as it likes (RFC 9111 4.2.2), and what was
    taken back may come again.
    """

    @wraps(view)
    def shown(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        response = view(request, *args, **kwargs)
        if response.status_code >= 400:
            response.headers["Cache-Control"] = "no-store"
        elif settings.SESSION_COOKIE_NAME not in request.COOKIES:
            response.headers["Cache-Control"] = FRESH
            # The frame differs by language, reading preferences and session.
            patch_vary_headers(response, ["Cookie", "Accept-Language"])
        return response

    return shown

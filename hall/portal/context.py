"""What every page knows: its hall, how the reader wishes to read, and where they can go."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject
from django.utils.translation import get_language

from hall.portal.navigation import main_entries, staff_entries
from hall.portal.preferences import COOKIE, reading_from


def html_lang() -> str:
    return "zh-CN" if (get_language() or "zh").startswith("zh") else "en"


def frame(request: HttpRequest) -> dict[str, Any]:
    """The part of the context that needs no database, so that error pages may use it."""
    return {
        "reading": reading_from(request.COOKIES.get(COOKIE, "")),
        "html_lang": html_lang(),
        "demo": settings.HALL_DEMO,
        "back_here": request.get_full_path(),
    }


def hall(request: HttpRequest) -> dict[str, Any]:
    """A panel is drawn with all of this too, and shows no navigation: that is sought where a page shows it."""
    return frame(request) | {
        # A host that no hall knows is refused before its hall is set; its page still has a frame.
        "hall": getattr(request, "hall", None),
        "navigation": SimpleLazyObject(lambda: main_entries(request)),
        "staff_navigation": SimpleLazyObject(lambda: staff_entries(request)),
    }

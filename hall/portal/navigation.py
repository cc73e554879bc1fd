"""The main navigation and the staff bar, named in settings; what is not installed is left out."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.conf import settings
from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext

from hall.accounts.rooms import rooms_of


@dataclass(frozen=True, slots=True)
class Entry:
    label: str
    url: str
    current: bool = False


def url_or_blank(name: str) -> str:
    """An address, or nothing when its room is not installed."""
    try:
        return reverse(name)
    except NoReverseMatch:
        return ""


def _entries(named: Iterable[tuple[str, str]], here: str) -> list[Entry]:
    found = [(gettext(label), url) for label, name in named if (url := url_or_blank(name))]
    home = reverse("portal:home")
    # The longest address that the page lies under wins, so that home does not claim every page.
    under = [url for _label, url in found if here == url or (url != home and here.startswith(url))]
    current = max(under, key=len, default="")
    return [Entry(label, url, url == current) for label, url in found]


def main_entries(request: HttpRequest) -> list[Entry]:
    return _entries(settings.HALL_NAVIGATION, request.path)


def staff_entries(request: HttpRequest) -> list[Entry]:
    user = getattr(request, "user", None)
    return _entries(rooms_of(user), request.path) if user else []

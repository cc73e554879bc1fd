"""Where a hall stands on the web: a host of its own, or a first path segment of six digits."""

import re

from django.conf import settings
from django.http.request import split_domain_port, validate_host

from hall.organisations.models import Hall

_PREFIX = re.compile(r"/([0-9]{6})(/.*)?")


def split_path(path: str) -> tuple[str, str]:
    """The hall code in front of ``path``, or "", and the path inside that hall."""
    found = _PREFIX.fullmatch(path)
    return (found[1], found[2] or "/") if found else ("", path)


def path_prefix(hall: Hall) -> str:
    """The script prefix under which ``hall`` can always be reached."""
    return "/" if hall.code == settings.HALL_CITY_CODE else f"/{hall.code}/"


def is_own_name(host: str) -> bool:
    """Whether the installation itself is called ``host``; under a wildcard only the hosts of halls count."""
    domain, _port = split_domain_port(host)
    named = [pattern for pattern in settings.ALLOWED_HOSTS if not pattern.startswith(".")]
    return validate_host(domain, named)

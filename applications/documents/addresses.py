"""Where a paper can be verified: the absolute address in its QR code, the same from a page and from the worker."""

from django.conf import settings
from django.urls import get_script_prefix, reverse

from hall.organisations.addresses import path_prefix
from hall.organisations.models import Hall


def verify_url(code: str, hall: Hall) -> str:
    # reverse() answers under the hall of the running request; a paper stands under its own hall.
    inside = reverse("papers:verify", args=[code]).removeprefix(get_script_prefix())
    return settings.HALL_BASE_URL.rstrip("/") + path_prefix(hall) + inside

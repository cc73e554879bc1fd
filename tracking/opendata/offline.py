"""What a stranger takes along to check papers without us: certificates, the revocation list and its signature.

Each list has addresses of its own that begin with its digest, so that whoever read ``latest.json`` fetches the list and
the signature that belong together, also when another list was published meanwhile.
"""

from base64 import b64decode
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseBase, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from hall.errors import NotFound
from tracking.opendata import queries
from tracking.opendata.models import RevocationList
from tracking.opendata.ranges import serve


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    return render(request, "opendata/offline.html", {"newest": queries.newest_list()})


@require_safe
@cache_control(public=True, max_age=60)
def latest(request: HttpRequest) -> JsonResponse:
    """The three files that belong together, where they stay, with the digest of the list and until when it holds."""
    newest = queries.newest_list()
    if newest is None:
        raise NotFound(_("失效清单正在制作，请稍后再试。"))
    return JsonResponse(_shape(newest))


def _shape(one: RevocationList) -> dict[str, Any]:
    address = {
        name: settings.HALL_BASE_URL.rstrip("/") + reverse(f"opendata:{name}", args=[one.file.sha256])
        for name in ("revoked", "signature", "keys")
    }
    return address | {
        "made_at": one.made_at.isoformat(timespec="seconds"),
        "next_update": one.next_update.isoformat(timespec="seconds"),
        "sha256": one.file.sha256,
        "sm3": one.file.sm3,
    }


@require_safe
def keys(request: HttpRequest, digest: str) -> HttpResponse:
    return HttpResponse(_published(digest).keys, content_type="application/x-pem-file")


@require_safe
def revoked(request: HttpRequest, digest: str) -> HttpResponseBase:
    return serve(_published(digest).file, "revoked.jsonl", request)


@require_safe
def signature(request: HttpRequest, digest: str) -> HttpResponse:
    """Of exactly the list with this digest."""
    return HttpResponse(b64decode(_published(digest).signature), content_type="application/pkcs7-signature")


def _published(digest: str) -> RevocationList:
    found = queries.list_of(digest)
    if found is None:
        raise NotFound(_("没有这份失效清单。"))
    return found

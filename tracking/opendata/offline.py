"""What a stranger takes along to check papers without us: certificates, the revocation list and its signature."""

from base64 import b64decode

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from hall.errors import NotFound
from tracking.opendata.models import RevocationList
from tracking.opendata.ranges import serve


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    return render(request, "opendata/offline.html", {"newest": _newest()})


@require_safe
def keys(request: HttpRequest) -> HttpResponse:
    return HttpResponse(_published().keys, content_type="application/x-pem-file")


@require_safe
def revoked(request: HttpRequest) -> HttpResponseBase:
    return serve(_published().file, "revoked.jsonl", request)


@require_safe
def signature(request: HttpRequest) -> HttpResponse:
    """Of exactly the list that is given out beside it."""
    return HttpResponse(b64decode(_published().signature), content_type="application/pkcs7-signature")


def _newest() -> RevocationList | None:
    return RevocationList.objects.select_related("file").first()


def _published() -> RevocationList:
    newest = _newest()
    if newest is None:
        raise NotFound(_("失效清单正在制作，请稍后再试。"))
    return newest

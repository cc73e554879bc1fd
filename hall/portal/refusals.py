"""The page of a refusal: what happened, what is not lost, and the way on."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext_lazy as _

from hall.errors import Refused, TooMany
from hall.portal.context import frame
from hall.portal.problems import problem, wants_problem

TITLES = {
    400: _("无法处理您提交的内容"),
    403: _("您没有进行此项操作的权限"),
    404: _("没有找到您要的页面"),
    409: _("情况已经发生变化"),
    410: _("这项内容不再公开"),
    413: _("提交的内容太大"),
    422: _("还有内容需要补全"),
    429: _("操作过于频繁，请稍后再试"),
    500: _("系统暂时无法提供服务"),
    503: _("这项服务暂时不可用"),
}
SHOWN_BACK = 40
# Secrets, and what the machine wrote itself, are never shown back.
NEVER_SHOWN = ("password", "csrfmiddlewaretoken", "code", "next")
MACHINE_FIELDS = frozenset({"version", "seen", "do", "add", "remove", "known"})


class Typed(NamedTuple):
    name: str
    value: str


def page(request: HttpRequest, refusal: Refused) -> HttpResponse:
    """A page in the frame of the hall, or a problem document for those who read JSON."""
    if wants_problem(request):
        return _stamped(problem(refusal), refusal)
    name = refusal.status if refusal.status in TITLES else 400
    return _stamped(render(request, f"{name}.html", _context(request, refusal), status=refusal.status), refusal)


def plain_page(request: HttpRequest, refusal: Refused) -> HttpResponse:
    """The same without session, hall or database, and without touching the body of the request."""
    if wants_problem(request):
        return _stamped(problem(refusal), refusal)
    context = frame(request) | _said(refusal)
    return _stamped(HttpResponse(render_to_string("errors/plain.html", context), status=refusal.status), refusal)


def _stamped(response: HttpResponse, refusal: Refused) -> HttpResponse:
    if isinstance(refusal, TooMany):
        response["Retry-After"] = str(refusal.retry_after)
    response["Cache-Control"] = "no-store"
    return response


def _said(refusal: Refused) -> dict[str, Any]:
    return {
        "status": refusal.status,
        "title": TITLES.get(refusal.status, TITLES[400]),
        "message": refusal.message,
    }


def _context(request: HttpRequest, refusal: Refused) -> dict[str, Any]:
    return _said(refusal) | {
        "problems": [text for texts in refusal.fields.values() for text in texts],
        "happened": getattr(refusal, "happened", []),
        "minutes": -(-refusal.retry_after // 60) if isinstance(refusal, TooMany) else 0,
        "typed": list(_typed(request))[:SHOWN_BACK],
        "back": _back(request),
    }


def _typed(request: HttpRequest) -> Iterator[Typed]:
    """What the person wrote, so that nothing is lost; files must be chosen again."""
    for name, values in request.POST.lists():
        if name not in MACHINE_FIELDS and not any(word in name for word in NEVER_SHOWN):
            yield from (Typed(name, str(value)) for value in values if value)


def _back(request: HttpRequest) -> str:
    """The form that was sent, when it is one of ours."""
    address = request.META.get("HTTP_REFERER", "")
    own = url_has_allowed_host_and_scheme(address, {request.get_host()}, require_https=request.is_secure())
    return address if own and request.method == "POST" else ""

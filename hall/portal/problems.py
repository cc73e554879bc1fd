"""Refusals for machines: RFC 9457 problem documents, the same words as on the pages."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, JsonResponse
from django.utils.translation import gettext as _
from rest_framework.exceptions import APIException, ValidationError
from rest_framework.response import Response
from rest_framework.views import exception_handler, set_rollback

from hall.errors import Invalid, NotAllowed, NotFound, Refused, Text, TooMany

MEDIA_TYPE = "application/problem+json"
API_ROOT = "/api/"


def wants_problem(request: HttpRequest) -> bool:
    return request.path_info.startswith(API_ROOT)


def document(refusal: Refused) -> dict[str, Any]:
    """``errors`` names each field; ``happened`` tells what others did meanwhile."""
    body: dict[str, Any] = {
        "type": "about:blank",
        "title": str(refusal.message),
        "status": refusal.status,
        "code": refusal.code,
    }
    named = [{"field": name, "detail": str(text)} for name, texts in refusal.fields.items() for text in texts]
    happened = [str(text) for text in getattr(refusal, "happened", [])]
    return body | ({"errors": named} if named else {}) | ({"happened": happened} if happened else {})


def problem(refusal: Refused) -> JsonResponse:
    return JsonResponse(document(refusal), status=refusal.status, content_type=MEDIA_TYPE)


def problem_response(exc: Exception, context: dict[str, Any]) -> Response | None:
    """The exception handler of the API. What it does not know stays an error of ours."""
    refusal = _refusal(exc)
    if refusal is None:
        return None
    known = exception_handler(exc, context)
    headers = dict(known.headers) if known else {}
    if isinstance(refusal, TooMany):
        headers["Retry-After"] = str(refusal.retry_after)
    set_rollback()
    return Response(document(refusal), refusal.status, headers=headers, content_type=MEDIA_TYPE)


def _refusal(exc: Exception) -> Refused | None:
    match exc:
        case Refused():
            return exc
        case Http404():
            return NotFound(_("没有找到。"))
        case PermissionDenied():
            return NotAllowed(_("您没有进行此项操作的权限。"))
        case ValidationError():
            return Invalid(_("提交的内容有误。"), fields=_fields(exc.detail))
        case APIException():
            return _from_framework(exc)
    return None


def _from_framework(exc: APIException) -> Refused:
    refusal = Refused(str(exc.detail))
    refusal.status, refusal.code = exc.status_code, exc.default_code
    return refusal


def _fields(detail: Any, name: str = "") -> dict[str, list[Text]]:
    """Nested details become dotted names, as the answers were sent."""
    if isinstance(detail, dict):
        parts = [_fields(inner, f"{name}.{key}" if name else str(key)) for key, inner in detail.items()]
        return {key: texts for part in parts for key, texts in part.items()}
    if isinstance(detail, list) and any(isinstance(one, dict) for one in detail):
        return _fields({str(number): one for number, one in enumerate(detail) if one}, name)
    return {name or "non_field_errors": [str(one) for one in detail] if isinstance(detail, list) else [str(detail)]}

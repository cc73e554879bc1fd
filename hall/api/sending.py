"""Reading a JSON body as strictly as a form: bounded, and nothing in it that the database could not keep."""

import json
import math
from collections.abc import Mapping
from typing import IO, Any

from django.conf import settings
from django.utils.translation import gettext as _
from rest_framework.parsers import BaseParser

from hall.errors import Invalid, TooLarge

DEEPEST = 20


class BoundedJSONParser(BaseParser):
    """Raises TooLarge beyond the limit of forms, Invalid for what is no JSON or could not be stored."""

    media_type = "application/json"

    def parse(
        self, stream: IO[Any], media_type: str | None = None, parser_context: Mapping[str, Any] | None = None
    ) -> Any:
        limit = settings.DATA_UPLOAD_MAX_MEMORY_SIZE
        # One byte more than allowed is enough to know; a stated length is never believed.
        body = stream.read(limit + 1)
        if len(body) > limit:
            raise TooLarge(_("一次提交的内容超过了上限。请减少内容或者分几次提交。"))
        return _read(body)


def _read(body: bytes) -> Any:
    try:
        value = json.loads(body.decode("utf-8"), parse_constant=_no_number, parse_float=_finite)
    except (ValueError, RecursionError):
        raise Invalid(_("提交的内容不是有效的JSON。")) from None
    _check(value, depth=0)
    return value


def _no_number(name: str) -> float:
    raise ValueError(name)


def _finite(text: str) -> float:
    number = float(text)
    if not math.isfinite(number):
        raise ValueError(text)
    return number


def _check(value: Any, depth: int) -> None:
    """NUL and half of a surrogate pair are lawful JSON, but no text that PostgreSQL keeps."""
    if depth > DEEPEST:
        raise Invalid(_("提交的内容嵌套过深。"))
    if isinstance(value, str) and ("\0" in value or _is_broken(value)):
        raise Invalid(_("提交的内容含有不能保存的字符。"))
    for inner in _inside(value):
        _check(inner, depth + 1)


def _inside(value: Any) -> list[Any]:
    if isinstance(value, dict):
        return [*value.keys(), *value.values()]
    return value if isinstance(value, list) else []


def _is_broken(text: str) -> bool:
    return any("\ud800" <= character <= "\udfff" for character in text)

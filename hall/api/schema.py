"""Every operation of the published schema says how it refuses: one problem document (RFC 9457) for all."""

from typing import Any

_TEXT = {"type": "string"}
_TEXTS = {"type": "array", "items": _TEXT}
_FIELD = {"type": "object", "properties": {"field": _TEXT, "detail": _TEXT}, "required": ["field", "detail"]}
PROBLEM = {
    "type": "object",
    "description": "errors逐项指出有误的内容；happened说明期间他人已经办理的事。",
    "properties": {
        "type": _TEXT,
        "title": _TEXT,
        "status": {"type": "integer"},
        "code": _TEXT,
        "errors": {"type": "array", "items": _FIELD},
        "happened": _TEXTS,
    },
    "required": ["type", "title", "status", "code"],
}
REFUSED = {
    "description": "拒绝：4xx，内容为问题说明",
    "content": {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}},
}


def with_problems(result: dict[str, Any], **_: Any) -> dict[str, Any]:
    """A post-processing hook of drf-spectacular."""
    result["components"].setdefault("schemas", {})["Problem"] = PROBLEM
    for operations in result["paths"].values():
        for operation in operations.values():
            operation["responses"]["default"] = REFUSED
    return result

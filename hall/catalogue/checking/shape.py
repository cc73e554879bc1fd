"""The shape of an item file, by item.schema.json; the validator's messages put into Chinese."""

import json
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator, FormatChecker
from jsonschema.exceptions import ValidationError

from hall.catalogue.problems import Problem, path_of

SCHEMA_PATH = Path(__file__).parent.parent / "item.schema.json"
_TYPES = {
    "string": "文字",
    "integer": "整数",
    "number": "数字",
    "boolean": "true 或 false",
    "array": "清单",
    "object": "若干“名称: 值”",
}


@lru_cache(maxsize=1)
def item_schema() -> dict[str, Any]:
    schema: dict[str, Any] = json.loads(SCHEMA_PATH.read_text(encoding="utf-8"))
    return schema


@lru_cache(maxsize=1)
def _validator() -> Draft202012Validator:
    return Draft202012Validator(item_schema(), format_checker=FormatChecker(["date"]))


def problems_of_shape(content: Any) -> list[Problem]:
    return sorted(problem for error in _validator().iter_errors(content) for problem in _said(error))


def _said(error: ValidationError) -> Iterator[Problem]:
    """One line for each key that is strange or missing, else one for the place."""
    place = list(error.absolute_path)
    if error.validator == "additionalProperties":
        for name in sorted(set(error.instance) - set(error.schema["properties"]), key=str):
            yield Problem(path_of([*place, str(name)]), "不认识的项，请检查拼写")
    elif error.validator == "required":
        for name in (name for name in error.validator_value if name not in error.instance):
            yield Problem(path_of([*place, name]), f"缺少{_title_of(error, name)}")
    else:
        yield Problem(path_of(place), _reason(error))


def _title_of(error: ValidationError, name: str) -> str:
    return f"“{error.schema['properties'].get(name, {}).get('title', name)}”"


def _reason(error: ValidationError) -> str:
    wanted: Any = error.validator_value
    reasons = {
        "type": lambda: f"应为{'或'.join(_TYPES[one] for one in _listed(wanted))}，现在是 {_short(error.instance)}",
        "enum": lambda: f"应为 {'、'.join(map(str, wanted))} 之一，现在是 {_short(error.instance)}",
        "const": lambda: f"应为 {wanted}，现在是 {_short(error.instance)}",
        "pattern": lambda: f"应为{error.schema.get('title', wanted)}，现在是 {_short(error.instance)}",
        "format": lambda: f"应为真实的{error.schema.get('title', wanted)}，现在是 {_short(error.instance)}",
        "anyOf": lambda: f"应为{error.schema.get('title', '规定的写法')}，现在是 {_short(error.instance)}",
        "minItems": lambda: f"至少写 {wanted} 项",
        "maxItems": lambda: f"最多写 {wanted} 项",
        "minLength": lambda: "不能为空",
        "maxLength": lambda: f"不能超过 {wanted} 个字",
        "minimum": lambda: f"不能小于 {wanted}",
        "maximum": lambda: f"不能大于 {wanted}",
        "uniqueItems": lambda: "有重复的项",
    }
    return reasons.get(str(error.validator), lambda: error.message)()


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def _short(value: Any) -> str:
    text = json.dumps(value, ensure_ascii=False, default=str)
    return text if len(text) <= 40 else f"{text[:40]}…"

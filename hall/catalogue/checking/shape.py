"""The shape of an item file, by item.schema.json; the validator's messages put into Chinese."""

import json
from collections.abc import Callable, Iterator
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

_BOUNDS = {
    "minItems": "至少写 {} 项",
    "maxItems": "最多写 {} 项",
    "minLength": "不能为空",
    "maxLength": "不能超过 {} 个字",
    "minimum": "不能小于 {}",
    "maximum": "不能大于 {}",
    "uniqueItems": "有重复的项",
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
    # The library types these as possibly unset; an error that was raised has them all.
    instance, schema, wanted = _parts(error)
    if error.validator == "additionalProperties":
        for name in sorted(set(instance) - set(schema["properties"]), key=str):
            yield Problem(path_of([*place, str(name)]), "不认识的项，请检查拼写")
    elif error.validator == "required":
        for name in (name for name in wanted if name not in instance):
            title = schema["properties"].get(name, {}).get("title", name)
            yield Problem(path_of([*place, name]), f"缺少“{title}”")
    else:
        yield Problem(path_of(place), _reason(error))


def _parts(error: ValidationError) -> tuple[Any, Any, Any]:
    return error.instance, error.schema, error.validator_value


def _reason(error: ValidationError) -> str:
    instance, schema, wanted = _parts(error)
    title = schema.get("title", "规定的写法")
    if error.validator in _BOUNDS:
        return _BOUNDS[error.validator].format(wanted)
    words: dict[str, Callable[[], str]] = {
        "type": lambda: f"应为{'或'.join(_TYPES.get(one, one) for one in _listed(wanted))}",
        "enum": lambda: f"应为 {'、'.join(map(str, wanted))} 之一",
        "const": lambda: f"应为 {wanted}",
        "format": lambda: f"应为真实的{title}",
    }
    said = words.get(str(error.validator), lambda: f"应为{title}")
    return f"{said()}，现在是 {_short(instance)}"


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def _short(value: Any) -> str:
    text = json.dumps(value, ensure_ascii=False, default=str)
    return text if len(text) <= 40 else f"{text[:40]}…"

"""Conditions: each has one form, reads a field that exists, and compares it with something that it can be."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from hall.catalogue.conditions import OPERATORS
from hall.catalogue.problems import Problem

ORDERING = {"at_least", "above", "at_most", "below"}
ORDERED = {"number", "money", "date"}
UNREADABLE = {"rows"}


def problems_of_condition(
    condition: Mapping[str, Any] | None, path: str, fields: Sequence[Mapping[str, Any]], which: str
) -> Iterator[Problem]:
    """``fields`` may be read here; ``which`` names them in the message."""
    if condition is None:
        return
    forms = [name for name in ("all", "any", "not", "field") if name in condition]
    operators = [name for name in condition if name in OPERATORS]
    if len(forms) != 1 or len(operators) != (1 if forms == ["field"] else 0):
        yield Problem(path, "条件应为 {field: 字段, 比较: 值}，或 {all: [...]}、{any: [...]}、{not: ...} 之一")
    elif forms == ["field"]:
        yield from _comparison(condition, operators[0], path, fields, which)
    elif forms == ["not"]:
        yield from problems_of_condition(condition["not"], f"{path}.not", fields, which)
    else:
        for number, part in enumerate(condition[forms[0]]):
            yield from problems_of_condition(part, f"{path}.{forms[0]}[{number}]", fields, which)


def _comparison(
    condition: Mapping[str, Any], operator: str, path: str, fields: Sequence[Mapping[str, Any]], which: str
) -> Iterator[Problem]:
    field = next((one for one in fields if one["key"] == condition["field"]), None)
    if field is None:
        yield Problem(f"{path}.field", f"条件只能读取{which}字段，没有“{condition['field']}”")
        return
    if reason := _unfit(field, operator):
        yield Problem(f"{path}.{operator}", reason)
        return
    values = condition[operator] if operator == "in" else [condition[operator]]
    for value in values:
        if reason := _impossible(field, value):
            yield Problem(f"{path}.{operator}", reason)


def _unfit(field: Mapping[str, Any], operator: str) -> str:
    kind = field["type"]
    if kind in UNREADABLE:
        return f"{kind} 类型的字段不能作条件"
    if operator in ORDERING and kind not in ORDERED:
        return f"{operator} 只能比较 number、money、date，而“{field['key']}”是 {kind}"
    if (operator == "includes") != (kind == "choices"):
        return "includes 用于多选（choices），多选也只能用 includes"
    return ""


def _impossible(field: Mapping[str, Any], value: Any) -> str:
    """A value that the field can never have makes a condition that silently never holds."""
    kind = field["type"]
    if kind in {"choice", "choices"} and str(value) not in {one["value"] for one in field.get("choices", ())}:
        return f"“{value}”不在“{field['key']}”的选项中"
    if kind == "yes_no" and value not in (True, False, "yes", "no"):
        return f"“{field['key']}”是是否题，只能与 true 或 false 比较"
    if kind in {"number", "money"} and (isinstance(value, bool) or not isinstance(value, int | float)):
        return f"“{field['key']}”是数值，比较的值应为不加引号的数字"
    return ""

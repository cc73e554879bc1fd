"""Conditions on the answers of a form, written as data so that an item file needs no code and no ``eval``.

A condition is ``{field: KEY, OP: VALUE}`` with one operator of ``OPERATORS``, or ``{all: […]}``, ``{any: […]}``,
``{not: …}``. An unanswered field makes every comparison false. Numbers and money compare as Decimal, dates as ISO text.
"""

from collections.abc import Callable, Mapping
from decimal import Decimal, InvalidOperation
from typing import Any

Condition = Mapping[str, Any]
Answers = Mapping[str, Any]


def number_of(value: Any) -> Decimal | None:
    """None for what is no number, NaN and infinity included: a draft may hold anything that somebody typed."""
    try:
        number = Decimal(str(value).replace(",", ""))
    except InvalidOperation:
        return None
    return number if number.is_finite() else None


def _ordered(test: Callable[[Any, Any], bool]) -> Callable[[Any, Any], bool]:
    def compare(answer: Any, value: Any) -> bool:
        left, right = number_of(answer), number_of(value)
        if left is None or right is None:
            return test(str(answer), str(value))
        return test(left, right)

    return compare


def _word(value: Any) -> str:
    """A yes or no compares equal however a form or a file writes it."""
    text = str(value)
    return {"True": "yes", "False": "no", "true": "yes", "false": "no"}.get(text, text)


OPERATORS: dict[str, Callable[[Any, Any], bool]] = {
    "is": lambda answer, value: _word(answer) == _word(value) or answer == value,
    "is_not": lambda answer, value: _word(answer) != _word(value) and answer != value,
    "in": lambda answer, value: _word(answer) in {_word(one) for one in value},
    "includes": lambda answer, value: isinstance(answer, list) and value in answer,
    "at_least": _ordered(lambda left, right: left >= right),
    "above": _ordered(lambda left, right: left > right),
    "at_most": _ordered(lambda left, right: left <= right),
    "below": _ordered(lambda left, right: left < right),
}


def holds(condition: Condition | None, answers: Answers) -> bool:
    """Whether the condition holds for these answers; no condition always holds."""
    if not condition:
        return True
    if "all" in condition:
        return all(holds(part, answers) for part in condition["all"])
    if "any" in condition:
        return any(holds(part, answers) for part in condition["any"])
    if "not" in condition:
        return not holds(condition["not"], answers)
    answer = answers.get(condition["field"])
    if answer in (None, "", []):
        return False
    operator = next(name for name in condition if name != "field")
    return OPERATORS[operator](answer, condition[operator])


def fields_of(condition: Condition | None) -> set[str]:
    """The keys of the fields that a condition reads, for checking an item file."""
    if not condition:
        return set()
    parts = [*condition.get("all", []), *condition.get("any", []), *filter(None, [condition.get("not")])]
    own = {condition["field"]} if "field" in condition else set()
    return own.union(*(fields_of(part) for part in parts))

"""Placeholders in the texts of an item file: ``{applicant}``, ``{item}``, ``{answers.KEY}``. Pure."""

import re
from collections.abc import Mapping

_PLACE = re.compile(r"\{([^{}]*)\}")


def placeholders(text: str) -> list[str] | None:
    """What stands between braces, in order; None when a brace has no partner."""
    rest = _PLACE.sub("", text)
    return None if "{" in rest or "}" in rest else _PLACE.findall(text)


def filled(text: str, values: Mapping[str, str]) -> str:
    """The text with every placeholder replaced; one without a value leaves nothing."""
    return _PLACE.sub(lambda place: values.get(place[1], ""), text)

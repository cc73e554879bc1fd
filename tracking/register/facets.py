"""What a list can be narrowed by: the values that were found, with how many records each, and those chosen already."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.http import QueryDict
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from tracking.register.models import RecordKind, RecordStatus
from tracking.register.queries import Page, Wanted

# Column, the name in the address, and what a reader calls it.
_FACETS = (
    ("hall_code", "division", _("区县")),
    ("kind", "kind", _("类别")),
    ("status", "status", _("当前状态")),
    ("issuer_name", "issuer", _("决定机关")),
    ("item_name", "item", _("事项")),
)
_SHOWN = 8


@dataclass(frozen=True, slots=True)
class Choice:
    text: str
    url: str
    count: int | None = None


@dataclass(frozen=True, slots=True)
class Facet:
    """``chosen`` takes the choice back; where one is chosen, no other is offered."""

    label: str | Promise
    chosen: Choice | None
    choices: list[Choice]


def facets_of(page: Page, wanted: Wanted, address: QueryDict, divisions: Mapping[str, str]) -> list[Facet]:
    """Only what narrows: a single value that all records share is not offered. Without ``divisions`` they are none."""
    names = {"hall_code": divisions, "kind": _labels(RecordKind), "status": _labels(RecordStatus)}
    chosen = wanted.narrowed()
    facets = []
    for column, name, label in _FACETS:
        if column == "hall_code" and not divisions:
            continue
        known = names.get(column, {})
        taken = chosen.get(column, "")
        back = Choice(known.get(taken, taken), _address(address, name, "")) if taken else None
        found = [] if taken else page.facets.get(column, [])
        choices = [Choice(known.get(value, value), _address(address, name, value), count) for value, count in found]
        facets.append(Facet(label, back, choices[:_SHOWN] if len(choices) > 1 else []))
    return [facet for facet in facets if facet.chosen or facet.choices]


def _labels(choices: type[RecordKind] | type[RecordStatus]) -> dict[str, str]:
    return {str(value): str(label) for value, label in choices.choices}


def _address(address: QueryDict, name: str, value: str) -> str:
    """The first page of the same search, with one filter more or less."""
    asked = address.copy()
    asked.pop(name, None)
    if value:
        asked[name] = value
    return f"?{asked.urlencode()}"

"""Frozen contents as JSON and back, so that a paper keeps what it said on the day it was drafted."""

import types
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from enum import Enum
from functools import cache
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

Value = TypeVar("Value")
_PLAIN = frozenset({str, int, bool, type(None)})


def freeze(value: Any) -> Any:
    """Plain JSON of a dataclass of plain values."""
    kind = type(value)
    if kind in _PLAIN:
        return value
    if kind is tuple:
        return [freeze(entry) for entry in value]
    if is_dataclass(kind):
        return {name: freeze(getattr(value, name)) for name in _names(kind)}
    if isinstance(value, Enum):
        return value.value
    # A lazily translated text is settled here, in the language of the paper.
    return value.isoformat() if isinstance(value, date) else str(value)


@cache
def _names(kind: type) -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind))


def thaw(kind: type[Value], plain: Mapping[str, Any]) -> Value:
    """The dataclass again. Fields added since keep their defaults, fields dropped since are left aside."""
    hints = get_type_hints(kind)
    known = [field.name for field in fields(kind) if field.name in plain]  # type: ignore[arg-type]
    return kind(**{name: _read(hints[name], plain[name]) for name in known})


def _read(hint: Any, plain: Any) -> Any:
    if plain is None:
        return None
    if get_origin(hint) in (Union, types.UnionType):
        return _read(next(one for one in get_args(hint) if one is not type(None)), plain)
    if get_origin(hint) is tuple:
        return tuple(_read(get_args(hint)[0], entry) for entry in plain)
    if is_dataclass(hint):
        return thaw(hint, plain)  # type: ignore[arg-type]
    if hint in (date, datetime):
        return hint.fromisoformat(plain)
    return hint(plain) if issubclass(hint, Enum) else plain

"""Kinds of messages. Each app declares its own, as it does its events, so that this floor knows none of them.

    RECOUNTED = Kind("applications.recounted", _("期限调整"))
"""

from dataclasses import dataclass

from django.utils.functional import Promise

_known: dict[str, "Kind"] = {}


@dataclass(frozen=True, slots=True)
class Kind:
    """``name`` is stored and never changes; ``label`` is what a person reads."""

    name: str
    label: str | Promise

    def __post_init__(self) -> None:
        _known[self.name] = self


def label_of(name: str) -> str:
    """The words of a stored kind; one that was removed has none."""
    return str(_known[name].label) if name in _known else ""

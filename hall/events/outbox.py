"""Letters to the world: written in the deed's transaction, carried by the worker at least once."""

from collections.abc import Callable
from typing import Any

from hall.database.statements import add
from hall.events import bell
from hall.events.models import Letter

Carrier = Callable[[dict[str, Any]], None]
_carriers: dict[str, Carrier] = {}


def send(kind: str, *, key: str, payload: dict[str, Any]) -> None:
    """Owe a letter; a second one under the same key is the same letter."""
    send_each(kind, {key: payload})


def send_each(kind: str, payloads: dict[str, dict[str, Any]]) -> None:
    """Several letters of a kind, by key."""
    add(*(Letter(kind=kind, key=key, payload=payload) for key, payload in payloads.items()), once=True)
    bell.ring_on_commit()


def carries(kind: str) -> Callable[[Carrier], Carrier]:
    """Register the carrier of a kind of letter; it must be safe to run twice."""

    def register(carrier: Carrier) -> Carrier:
        _carriers[kind] = carrier
        return carrier

    return register


def carrier_of(kind: str) -> Carrier:
    return _carriers[kind]

"""Saying that something happened, and naming who reacts.

An announcement is a frozen dataclass of ids and codes. ``publish`` writes it with the deliveries it owes in the
deed's own transaction; the worker is only woken after the commit. There are no Django signals in the hall.
"""

from collections.abc import Callable
from dataclasses import asdict, dataclass, is_dataclass
from typing import Any, ClassVar
from uuid import UUID

from django.core.serializers.json import DjangoJSONEncoder
from django.db import connection

from hall.actor import Actor
from hall.database.statements import add
from hall.events import bell
from hall.events.models import Delivery, Event


@dataclass(frozen=True)
class Announcement:
    """Base of every announced fact. ``label`` is what a timeline says of it, in Chinese."""

    label: ClassVar[Any] = ""


    def __init_subclass__(cls) -> None:
        _known[kind_of(cls)] = cls


Reaction = Callable[[Event], None]
_reactions: dict[str, dict[str, Reaction]] = {}
_known: dict[str, type[Announcement]] = {}


def kind_of(announcement: type[Announcement]) -> str:
    """The stable name that is stored: ``applications.Decided``."""
    return f"{announcement.__module__.rsplit('.events', 1)[0]}.{announcement.__name__}"


def label_of(kind: str) -> str:
    """The Chinese words of a stored kind."""
    return str(_known[kind].label) if kind in _known else kind


def on(announcement: type[Announcement]) -> Callable[[Reaction], Reaction]:
    """Register a reaction; it runs in a transaction of its own and may only write the database."""

    def register(reaction: Reaction) -> Reaction:
        name = f"{reaction.__module__}.{reaction.__name__}"
        _reactions.setdefault(kind_of(announcement), {})[name] = reaction
        return reaction

    return register


def reaction_named(kind: str, name: str) -> Reaction | None:
    return _reactions.get(kind, {}).get(name)


def publish(
    announcement: Announcement, *, subject_uid: UUID, version: int, hall_code: str, actor: Actor | None
) -> Event:
    """Write the fact and the deliveries it owes. Must be called inside the deed's transaction."""
    if not connection.in_atomic_block:
        raise RuntimeError("publish belongs inside the deed's transaction")
    assert is_dataclass(announcement)
    event = Event(
        kind=kind_of(type(announcement)),
        subject_uid=subject_uid,
        version=version,
        hall_code=hall_code,
        actor_uid=actor.uid if actor else None,
        actor_name=actor.name if actor else "",
        payload=_plain(asdict(announcement)),
    )
    add(event)
    owed = _reactions.get(event.kind, {})
    if owed:
        add(*(Delivery(event=event, reaction=name) for name in owed))
        bell.ring_on_commit()
    return event


def _plain(values: dict[str, Any]) -> dict[str, Any]:
    """Dates and uids as JSON text, as they will be read back."""
    encoder = DjangoJSONEncoder()
    return {
        name: value if isinstance(value, str | int | bool | None | list | dict) else encoder.default(value)
        for name, value in values.items()
    }

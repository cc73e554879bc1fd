"""The announced facts of one subject as a page tells them, oldest first."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import QuerySet

from hall.events.announcements import label_of
from hall.events.models import Event


@dataclass(frozen=True, slots=True)
class Happened:
    title: str
    at: datetime
    meta: str
    state: str = "done"


def events_about(subject: UUID) -> QuerySet[Event]:
    return Event.objects.filter(subject_uid=subject).order_by("version")


def chronicle_of(events: Iterable[Event], who: Callable[[Event], str]) -> list[Happened]:
    """``who`` names whoever did it, as far as the reader may know."""
    return [Happened(label_of(event.kind), event.happened_at, who(event)) for event in events]

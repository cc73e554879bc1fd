"""What happened while a case lay with one agency, and no longer: below until it was reported up, above from receipt."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _

from applications.events import ReportedUp, ReportReceived
from applications.history import events_of
from applications.models import Handling
from hall.events.announcements import kind_of, label_of
from hall.events.models import Event


@dataclass(frozen=True, slots=True)
class Happened:
    """One line of the timeline."""

    title: str
    at: datetime
    meta: str
    state: str = "done"


def chronicle(handling: Handling) -> list[Happened]:
    return [
        Happened(label_of(event.kind), event.happened_at, event.actor_name or _("系统自动处理"))
        for event in _while_here(handling)
    ]


def _while_here(handling: Handling) -> Iterator[Event]:
    """Art. 35: neither agency reads what the other did."""
    here = not handling.is_upper
    for event in events_of(handling.application):
        if event.kind == kind_of(ReportReceived):
            here = event.payload["handling"] == str(handling.uid)
        if here:
            yield event
        if event.kind == kind_of(ReportedUp):
            here = False

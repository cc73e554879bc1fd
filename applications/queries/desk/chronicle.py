"""What happened while a case lay with one agency, and no longer: below until it was reported up, above from receipt."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from applications.events import (
    Accepted,
    ApplicationWithdrawn,
    Decided,
    JointOpened,
    ReportedUp,
    ReportReceived,
    ReturnedDown,
    Terminated,
    Transferred,
    Voided,
)
from applications.history import events_of
from applications.models import Handling
from hall.events.announcements import kind_of
from hall.events.chronicle import Happened, chronicle_of
from hall.events.models import Event

# What brings the case to an agency, and where the fact says to which.
ARRIVES = {kind_of(ReportReceived): "handling", kind_of(ReturnedDown): "to", kind_of(Transferred): "to"}
# What every department that joins must know: the case began for it, and is over.
FOR_ALL = {kind_of(one) for one in (Accepted, JointOpened, Decided, ApplicationWithdrawn, Terminated, Voided)}


def chronicle(handling: Handling) -> list[Happened]:
    return chronicle_of(_while_here(handling), lambda event: event.actor_name or _("系统自动处理"))


def _while_here(handling: Handling) -> Iterator[Event]:
    """Art. 35: neither agency reads what the other did; a department that joins reads of its own part."""
    if not handling.is_lead:
        yield from (event for event in events_of(handling.application) if _of_part(event, handling))
        return
    own, here = str(handling.uid), not handling.is_upper
    for event in events_of(handling.application):
        arrived = ARRIVES.get(event.kind)
        if arrived and event.payload[arrived] == own:
            here = True
        if here:
            yield event
        if event.kind == kind_of(ReportedUp) or (arrived and event.payload[arrived] != own):
            here = False


def _of_part(event: Event, handling: Handling) -> bool:
    return event.kind in FOR_ALL or event.payload.get("handling") == str(handling.uid)

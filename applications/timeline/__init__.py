"""The timeline of a case: what happened, who holds it, what is next and by when. Read from its announced facts alone.

The applicant's page and the look-up without an account show the same moments, so nothing personal is told here.
"""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from applications.events import JointOpinionGiven, JointUrged, ReportReceived, ReturnedDown, Transferred
from applications.history import events_of
from applications.models import Application, Handling, lead_among
from applications.timeline.moment import Moment
from applications.timeline.present import coming, present
from applications.timeline.texts import BY_APPLICANT, BY_EITHER, TEXTS, UNTOLD
from hall.events.announcements import kind_of, label_of
from hall.events.models import Event

__all__ = ["Moment", "timeline_of"]

# What gives the case to another agency, and where the fact says to whom.
HANDED_OVER = {kind_of(ReportReceived): "handling", kind_of(ReturnedDown): "to", kind_of(Transferred): "to"}
OF_A_PART = {kind_of(JointOpinionGiven), kind_of(JointUrged)}


def timeline_of(application: Application) -> list[Moment]:
    """Everything so far, what is being done now, and the steps that follow."""
    handlings = list(application.handlings.select_related("department", "hall").order_by("id"))
    if not handlings:
        return []
    for handling in handlings:
        handling.application = application
    lead = lead_among(handlings)
    assert lead is not None
    return [*_past(application, handlings), *present(application, lead), *coming(application, lead)]


def _past(application: Application, handlings: list[Handling]) -> Iterator[Moment]:
    """Each fact with the agency that held the case then, or with the joint department whose it is."""
    parts = {str(one.uid): one for one in handlings}
    holder = handlings[0]
    for event in events_of(application):
        if event.kind in HANDED_OVER:
            holder = parts.get(event.payload[HANDED_OVER[event.kind]], holder)
        if event.kind in UNTOLD:
            continue
        told = TEXTS.get(event.kind)
        yield Moment(
            title=label_of(event.kind),
            state="done",
            at=event.happened_at,
            meta=_("申请人") if _is_theirs(event, application) else _whose(event, parts, holder).department.name,
            text=told(application, event.payload) if told else "",
        )


def _is_theirs(event: Event, application: Application) -> bool:
    """The applicant's, or done in their name; what others may ask for as well tells by whom it was done."""
    if event.kind not in BY_EITHER:
        return event.kind in BY_APPLICANT
    return event.actor_uid in {one.uid for one in (application.applicant, application.agent) if one}


def _whose(event: Event, parts: dict[str, Handling], holder: Handling) -> Handling:
    return parts.get(event.payload["handling"], holder) if event.kind in OF_A_PART else holder

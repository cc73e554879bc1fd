"""The timeline of a case: what happened, who holds it, what is next and by when. Read from its announced facts alone.

The applicant's page and the look-up without an account show the same moments, so nothing personal is told here.
"""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from applications.events import ReportReceived
from applications.history import events_of
from applications.models import Application, Handling
from applications.timeline.moment import Moment
from applications.timeline.present import coming, present
from applications.timeline.texts import BY_APPLICANT, TEXTS, UNTOLD
from hall.events.announcements import kind_of, label_of

__all__ = ["Moment", "timeline_of"]


def timeline_of(application: Application) -> list[Moment]:
    """Everything so far, what is being done now, and the steps that follow."""
    handlings = list(application.handlings.select_related("department", "hall").order_by("id"))
    if not handlings:
        return []
    for handling in handlings:
        handling.application = application
    return [*_past(application, handlings), *present(application, handlings[-1]), *coming(application, handlings[-1])]


def _past(application: Application, handlings: list[Handling]) -> Iterator[Moment]:
    """Each fact with the agency that held the case then; a received report hands it to the next one."""
    held = iter(handlings)
    holder = next(held)
    for event in events_of(application):
        if event.kind == kind_of(ReportReceived):
            holder = next(held, holder)
        if event.kind in UNTOLD:
            continue
        told = TEXTS.get(event.kind)
        yield Moment(
            title=label_of(event.kind),
            state="done",
            at=event.happened_at,
            meta=_("申请人") if event.kind in BY_APPLICANT else holder.department.name,
            text=told(application, event.payload) if told else "",
        )

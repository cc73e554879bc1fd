"""Whether grants of a quota kept the order of acceptance (行政许可法 Art. 57), read from what is on file.

The deeds refuse to break it; what came in by import or exchange was decided elsewhere. Supervision hears of it (R17).
"""

from collections.abc import Iterator
from datetime import datetime
from itertools import groupby

from django.db.models import QuerySet

from applications import deadlines
from applications.events import Accepted
from applications.lifecycle import AcceptanceMode
from applications.models import Application, Decision, Hearing, Purpose, Room
from applications.queries.allocation import place_of, taken
from hall.clock import local_date
from hall.events.announcements import kind_of
from hall.events.models import Event
from hall.workdays.calendars import calendar_for


def broken_orders() -> Iterator[Decision]:
    """Each grant that went past an earlier case which was not decided, nor had its place kept."""
    granted = Decision.objects.filter(granted=True, application__purpose=Purpose.NEW)
    granted = granted.select_related("application__item_version", "handling")
    in_order = granted.order_by("application__offering_id", "decided_at")
    for offering_id, of_offering in groupby(in_order, key=lambda one: one.application.offering_id):
        under_quota = [one for one in of_offering if one.application.spec.quota]
        if under_quota:
            cases = list(_in_order(offering_id))
            yield from (one for one in under_quota if _skipped(one, cases))


def _in_order(offering_id: int) -> QuerySet[Application]:
    """Who stood in the order: a renewal keeps the place of its licence and stands in none."""
    return Application.objects.filter(offering_id=offering_id, purpose=Purpose.NEW).exclude(accepted_on=None)


def _skipped(decision: Decision, cases: list[Application]) -> bool:
    own, at = place_of(decision.application), decision.decided_at
    ahead = [one for one in cases if place_of(one) < own and _was_waiting(one, at)]
    kept = [one for one in ahead if _had_its_place_kept(one, at)]
    quota = decision.application.spec.quota
    assert quota is not None
    left = quota.number - taken(decision.application.offering_id, quota, at=at).count()
    return len(kept) < len(ahead) or left < len(kept)


def _was_waiting(application: Application, at: datetime) -> bool:
    """Accepted, and not decided or ended: and not denied later, for then it did not qualify."""
    ended = application.decided_at or application.closed_at
    denied = Decision.objects.filter(application=application, granted=False).exists()
    return _accepted_at(application) <= at and (ended is None or ended > at) and not denied


def _accepted_at(application: Application) -> datetime:
    assert application.accepted_on is not None
    if application.acceptance_mode == AcceptanceMode.DEEMED:
        return deadlines.deemed_acceptance_at(application.accepted_on, calendar_for(application.hall.code))
    told = Event.objects.filter(subject_uid=application.uid, kind=kind_of(Accepted)).first()
    return told.happened_at if told else deadlines.moment_after(application.accepted_on)


def _had_its_place_kept(application: Application, at: datetime) -> bool:
    """A special procedure ran, a hearing was open, or the last opinion before was unfavourable."""
    day = local_date(at)
    if application.has_been_in(Room.SUSPENSION):
        begun = application.suspensions.filter(begun_on__lte=day)
        if begun.filter(ended_on=None).exists() or begun.filter(ended_on__gte=day).exists():
            return True
    if application.has_been_in(Room.HEARING):
        opened = Hearing.objects.filter(application=application, opened_at__lte=at)
        if opened.filter(ended_at=None).exists() or opened.filter(ended_at__gt=at).exists():
            return True
    reviews = application.handlings.filter(steps__kind="review", steps__ended_at__lte=at).order_by("-steps__id")
    return reviews.values_list("steps__favourable", flat=True).first() is False

"""What happens to a request by itself, at the moment it fell due, whether a timer ran or not.

An organ that does not confirm has received the request on the last day for it (the hall's own rule: 条例 Art. 31 gives
no period); a supplement that does not come abandons it (条例 Art. 30); a third party's silence ends the asking
(条例 Art. 32); that of an organ which made the information together with this one is consent (条例 Art. 34).
"""

from datetime import date, datetime, time, timedelta
from uuid import UUID

from django.db import transaction
from django.db.models import Q

from hall.accounts.deeds import announce
from hall.clock import SHANGHAI, today
from tracking.requests.actions.receiving import received
from tracking.requests.actions.telling import count, tell
from tracking.requests.events import RequestAbandoned, ThirdPartyAnswered
from tracking.requests.kinds import Opinion
from tracking.requests.lifecycle import OPEN, RequestState
from tracking.requests.models import InfoRequest, ThirdParty


def settle(request: InfoRequest) -> None:
    """The caller holds the row."""
    if request.state == RequestState.SUBMITTED and today() > request.due:
        received(request, request.due, by=None)
    if request.state == RequestState.SUPPLEMENTING and today() > request.due:
        request.abandon(at=_midnight_after(request.due))
        announce(request, RequestAbandoned(), by=None)
        tell(request, "abandoned")
    if request.state not in OPEN:
        return
    for party in request.third_parties.filter(ended_on=None, due__lt=today()):
        party.ended_on, party.opinion = party.due, Opinion.SILENT
        party.save(update_fields=["ended_on", "opinion"])
        count(request)
        announce(request, ThirdPartyAnswered(opinion=party.opinion), by=None)


def _midnight_after(day: date) -> datetime:
    return datetime.combine(day + timedelta(days=1), time(), SHANGHAI)


def settle_all(limit: int = 200) -> int:
    """How many had something to settle; safe to run twice and beside any deed."""
    silent = ThirdParty.objects.filter(request__state__in=OPEN, ended_on=None, due__lt=today()).values("request")
    waiting = Q(state__in=[RequestState.SUBMITTED, RequestState.SUPPLEMENTING], due__lt=today())
    due = InfoRequest.objects.filter(waiting | Q(pk__in=silent)).order_by("due").values_list("uid", flat=True)
    return sum(_settle_one(uid) for uid in list(due[:limit]))


@transaction.atomic
def _settle_one(uid: UUID) -> bool:
    request = InfoRequest.objects.select_for_update(of=("self",)).select_related("hall", "department").get(uid=uid)
    before = request.version
    settle(request)
    return request.version != before

"""Due dates are derived: when the calendar changes, the open ones are counted again."""

from django.utils.translation import gettext as _

from hall.workdays.calendars import calendar_for
from hall.workdays.recounting import Counted, Move, move_due
from hall.workdays.regions import halls_of
from tracking.requests.lifecycle import OPEN
from tracking.requests.limits import running, third_party_due
from tracking.requests.models import InfoRequest


class CountedRequests(Counted):
    name = "requests"

    def keys(self, region: str, after: int, size: int) -> list[int]:
        found = InfoRequest.objects.filter(halls_of(region, "hall__code"), state__in=OPEN, id__gt=after)
        return list(found.order_by("id").values_list("id", flat=True)[:size])

    def count(self, key: int) -> list[Move]:
        request = InfoRequest.objects.select_for_update(of=("self",)).select_related("hall").get(pk=key)
        calendar = calendar_for(request.hall.code)
        for party in request.third_parties.filter(ended_on=None).exclude(served_on=None):
            party.due = third_party_due(party, calendar)
            party.save(update_fields=["due"])
        # What was asked for is the applicant's own words, which concern nobody but the handler.
        told = {"number": request.number, "title": _("政府信息公开申请"), "clock": _("答复期限")}
        return move_due(request, running(request, calendar).due, **told)

"""Due dates are derived: when the calendar changes, the open ones are counted again."""

from django.utils.translation import gettext as _

from applications.deadlines import publish_by, stops
from hall.clock import today
from hall.workdays.calendars import calendar_for
from hall.workdays.recounting import Counted, Move, move_due
from hall.workdays.regions import halls_of
from tracking.disclosure.lifecycle import OPEN
from tracking.disclosure.models import Disclosure


class CountedDisclosures(Counted):
    name = "disclosures"

    def keys(self, region: str, after: int, size: int) -> list[int]:
        found = Disclosure.objects.filter(halls_of(region, "hall__code"), state__in=OPEN, id__gt=after)
        return list(found.order_by("id").values_list("id", flat=True)[:size])

    def count(self, key: int) -> list[Move]:
        disclosure = Disclosure.objects.select_for_update(of=("self",)).select_related("hall").get(pk=key)
        calendar, out = calendar_for(disclosure.hall.code), stops(disclosure.waits, today())
        told = {"number": disclosure.document_number, "title": disclosure.item_name, "clock": _("公示期限")}
        return move_due(disclosure, publish_by(disclosure.decided_on, calendar, out).due, **told)

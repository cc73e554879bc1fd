"""Due dates are derived: when the calendar changes, the open ones are counted again."""

from django.utils.translation import gettext as _

from applications.deadlines import publish_by, stops
from hall.audit.trail import record
from hall.clock import today
from hall.workdays.calendars import calendar_for
from hall.workdays.recounting import Counted, Move
from hall.workdays.regions import halls_of
from tracking.disclosure.lifecycle import OPEN
from tracking.disclosure.models import Disclosure


class CountedDisclosures(Counted):
    name = "disclosures"

    def keys(self, region: str, after: int, size: int) -> list[int]:
        found = Disclosure.objects.filter(halls_of(region, "hall__code"), state__in=OPEN, id__gt=after)
        return list(found.order_by("id").values_list("id", flat=True)[:size])

    def count(self, key: int) -> list[Move]:
        """An update, because a date that moved by law is no deed of anybody: no page becomes stale by it."""
        disclosure = Disclosure.objects.select_for_update(of=("self",)).select_related("hall").get(pk=key)
        calendar, out = calendar_for(disclosure.hall.code), stops(disclosure.waits, today())
        before, due = disclosure.due, publish_by(disclosure.decided_on, calendar, out).due
        if before == due:
            return []
        Disclosure.objects.filter(pk=key).update(due=due)
        code, changes = disclosure.hall.code, {"due": f"{before} → {due}"}
        record("recount", actor=None, hall_code=code, subject_uid=disclosure.uid, changes=changes)
        title, number = disclosure.item_name, disclosure.document_number
        return [Move(disclosure.uid, code, number, title, _("公示期限"), before, due)]

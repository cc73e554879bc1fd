"""Due dates are derived: when the calendar changes, the open ones are counted again."""

from django.utils.translation import gettext as _

from complaints.grievances.limits import running
from complaints.grievances.models import Grievance
from hall.audit.trail import record
from hall.workdays.calendars import calendar_for
from hall.workdays.recounting import Counted, Move
from hall.workdays.regions import halls_of


class CountedGrievances(Counted):
    name = "grievances"

    def keys(self, region: str, after: int, size: int) -> list[int]:
        found = Grievance.objects.filter(halls_of(region, "hall__code"), due__isnull=False, id__gt=after)
        return list(found.order_by("id").values_list("id", flat=True)[:size])

    def count(self, key: int) -> list[Move]:
        """An update, because a date that moved by law is no deed of anybody: no page becomes stale by it."""
        grievance = Grievance.objects.select_for_update(of=("self",)).select_related("hall").get(pk=key)
        period = running(grievance, calendar_for(grievance.hall.code))
        before = grievance.due
        if period is None or before == period.due:
            return []
        Grievance.objects.filter(pk=key).update(due=period.due)
        code, changes = grievance.hall.code, {"due": f"{before} → {period.due}"}
        record("recount", actor=None, hall_code=code, subject_uid=grievance.uid, changes=changes)
        # Its title is the writer's own words, which concern nobody but the handler.
        title = str(grievance.get_category_display())
        return [Move(grievance.uid, code, grievance.number, title, _("办理期限"), before, period.due)]

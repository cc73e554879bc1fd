"""Due dates are derived: when the calendar changes, the open ones are counted again."""

from django.utils.translation import gettext as _

from complaints.grievances.limits import running
from complaints.grievances.models import Grievance
from hall.workdays.calendars import calendar_for
from hall.workdays.recounting import Counted, Move, move_due
from hall.workdays.regions import halls_of


class CountedGrievances(Counted):
    name = "grievances"

    def keys(self, region: str, after: int, size: int) -> list[int]:
        found = Grievance.objects.filter(halls_of(region, "hall__code"), due__isnull=False, id__gt=after)
        return list(found.order_by("id").values_list("id", flat=True)[:size])

    def count(self, key: int) -> list[Move]:
        grievance = Grievance.objects.select_for_update(of=("self",)).select_related("hall").get(pk=key)
        period = running(grievance, calendar_for(grievance.hall.code))
        if period is None:
            return []
        # Its title is the writer's own words, which concern nobody but the handler.
        title = str(grievance.get_category_display())
        return move_due(grievance, period.due, number=grievance.number, title=title, clock=_("办理期限"))

"""Due dates are derived: when the calendar changes, the open ones are counted again."""

from complaints.grievances.limits import running
from complaints.grievances.models import Grievance
from hall.workdays.calendars import calendar_for


def recount() -> int:
    """Count every open complaint again; returns how many moved."""
    moved = 0
    for grievance in Grievance.objects.filter(due__isnull=False).select_related("hall").iterator():
        period = running(grievance, calendar_for(grievance.hall.code))
        if period:
            moved += Grievance.objects.filter(pk=grievance.pk).exclude(due=period.due).update(due=period.due)
    return moved

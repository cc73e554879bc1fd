"""Due dates are derived: when the calendar changes, the open ones are counted again."""

from hall.workdays.calendars import calendar_for
from tracking.disclosure.lifecycle import OPEN
from tracking.disclosure.limits import publish_by
from tracking.disclosure.models import Disclosure


def recount() -> int:
    """Count every open disclosure again; returns how many moved."""
    moved = 0
    for disclosure in Disclosure.objects.filter(state__in=OPEN).select_related("hall").iterator():
        due = publish_by(disclosure.decided_on, calendar_for(disclosure.hall.code)).due
        # An update, because a date that moved by law is no deed of anybody: no page becomes stale by it.
        moved += Disclosure.objects.filter(pk=disclosure.pk).exclude(due=due).update(due=due)
    return moved

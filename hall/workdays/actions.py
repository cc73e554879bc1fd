"""Changing the calendar: the yearly notice replaces a forecast, a region adds days of its own.

Every change makes a version and announces it, so that open clocks are counted again once.
"""

from collections.abc import Sequence

from django.conf import settings
from django.db import transaction

from hall.actor import Actor
from hall.audit.trail import record
from hall.events.announcements import publish
from hall.workdays.changes import Change, Notice, Regional, wait_for_other_writers
from hall.workdays.events import CALENDAR, CalendarChanged
from hall.workdays.kinds import DayRow
from hall.workdays.models import CalendarRevision, Source
from hall.workdays.revisions import revise


@transaction.atomic
def make(change: Change, *, actor: Actor | None = None) -> CalendarRevision | None:
    """Put the change into the table; None when no day changed by it."""
    change.check()
    wait_for_other_writers()
    change.put()
    revision = revise(change.reason, actor)
    if revision:
        _announce(revision, change, actor)
    return revision


def load_notice(
    rows: Sequence[DayRow],
    *,
    year: int,
    notice: str,
    url: str = "",
    source: Source = Source.OFFICIAL,
    actor: Actor | None = None,
) -> CalendarRevision | None:
    """Put the notice of ``year`` in the place of whatever was known; None when no day changed by it."""
    return make(Notice(rows, year, notice, url, source), actor=actor)


def add_regional_days(
    rows: Sequence[DayRow], *, region: str, basis: str, actor: Actor | None = None
) -> CalendarRevision | None:
    """Days of one region on top of the nation, with the act that orders them."""
    return make(Regional(rows, region, basis), actor=actor)


def _announce(revision: CalendarRevision, change: Change, actor: Actor | None) -> None:
    hall_code = change.region or settings.HALL_CITY_CODE
    fact = CalendarChanged(year=change.year, region=change.region, calendar_version=revision.version)
    publish(fact, subject_uid=CALENDAR, version=revision.pk, hall_code=hall_code, actor=actor)
    record("workdays.calendar_changed", actor=actor, hall_code=hall_code, subject_uid=CALENDAR)

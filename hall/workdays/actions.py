"""Changing the calendar: the yearly notice replaces a forecast, a region adds days of its own.

Every change makes a version and announces it, so that open clocks are counted again once.
"""

from collections.abc import Sequence

from django.conf import settings
from django.db import connection, transaction
from django.utils.translation import gettext as _

from hall.actor import Actor
from hall.audit.trail import record
from hall.errors import Invalid
from hall.events.announcements import publish
from hall.workdays.events import CALENDAR, CalendarChanged
from hall.workdays.kinds import DayRow
from hall.workdays.models import NATION, CalendarRevision, Source
from hall.workdays.notices import check_notice
from hall.workdays.revisions import revise
from hall.workdays.table import put_notice, put_regional

# Any number of our own: writers of the calendar wait for each other, readers do not.
_WRITERS = 20_250_101


@transaction.atomic
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
    check_notice(rows, year)
    _wait_for_other_writers()
    put_notice(rows, year=year, notice=notice, url=url, source=source)
    reason = _("%(year)d年放假安排：%(notice)s") % {"year": year, "notice": notice}
    return _announce(revise(reason, actor), year, NATION, actor)


@transaction.atomic
def add_regional_days(
    rows: Sequence[DayRow], *, region: str, basis: str, actor: Actor | None = None
) -> CalendarRevision | None:
    """Days of one region: a festival of an autonomous county, a closure by typhoon, with the act that orders it."""
    if not rows or not basis.strip():
        raise Invalid(_("请写明日期和依据。"))
    _wait_for_other_writers()
    put_regional(rows, region=region, basis=basis)
    reason = _("%(region)s区域调整：%(basis)s") % {"region": region, "basis": basis}
    return _announce(revise(reason, actor), rows[0].date.year, region, actor)


def _announce(
    revision: CalendarRevision | None, year: int, region: str, actor: Actor | None
) -> CalendarRevision | None:
    if revision:
        hall_code = region or settings.HALL_CITY_CODE
        fact = CalendarChanged(year=year, region=region, calendar_version=revision.version)
        publish(fact, subject_uid=CALENDAR, version=revision.pk, hall_code=hall_code, actor=actor)
        record("workdays.calendar_changed", actor=actor, hall_code=hall_code, subject_uid=CALENDAR)
    return revision


def _wait_for_other_writers() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_WRITERS])

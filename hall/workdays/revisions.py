"""Versions of the calendar: each change of the table makes one, and it is what due dates are stored with."""

from collections.abc import Iterator

from django.db import connection

from hall.actor import Actor
from hall.crypto import sm3_hex
from hall.workdays.models import CalendarDay, CalendarRevision, CalendarYear, version_of

_NEWEST = "SELECT id, digest FROM workdays_calendarrevision ORDER BY id DESC LIMIT 1"


def revise(reason: str, actor: Actor | None = None) -> CalendarRevision | None:
    """A new version, or None if the table says the same as before."""
    digest = sm3_hex("\n".join(_everything()).encode())
    newest = CalendarRevision.objects.order_by("-pk").first()
    if newest and newest.digest == digest:
        return None
    return CalendarRevision.objects.create(
        digest=digest,
        reason=reason[:300],
        made_by_uid=actor.uid if actor else None,
        made_by_name=actor.name if actor else "",
    )


def current_version() -> str:
    """Asked by every question about days, so it costs one look at the end of an index."""
    with connection.cursor() as cursor:
        cursor.execute(_NEWEST)
        newest = cursor.fetchone()
    return version_of(*newest) if newest else "0"


def _everything() -> Iterator[str]:
    """All that a due date can depend on, in one order."""
    days = CalendarDay.objects.order_by("region", "date")
    for region, day, kind, name, provisional in days.values_list("region", "date", "kind", "name", "provisional"):
        yield f"{region},{day},{kind},{name},{provisional}"
    for year, provisional in CalendarYear.objects.order_by("year").values_list("year", "provisional"):
        yield f"{year},{provisional}"

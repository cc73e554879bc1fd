"""Versions of the calendar: each change of the table makes one, and it is what due dates are stored with."""

from django.db import connection

from hall.actor import Actor
from hall.crypto import sm3_hex
from hall.workdays import snapshots
from hall.workdays.models import CalendarRevision, version_of

_NEWEST = "SELECT id, digest FROM workdays_calendarrevision ORDER BY id DESC LIMIT 1"


def revise(reason: str, actor: Actor | None = None) -> CalendarRevision | None:
    """A new version, or None if the table says the same as before."""
    content = snapshots.take()
    digest = sm3_hex(content.encode())
    newest = CalendarRevision.objects.defer("content").order_by("-pk").first()
    if newest and newest.digest == digest:
        return None
    return CalendarRevision.objects.create(
        content=content,
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


def reason_of(version: str) -> str:
    """Why the calendar changed to ``version``, for whoever is told that a date moved by it."""
    pk = version.partition("-")[0]
    found = CalendarRevision.objects.filter(pk=int(pk)).values_list("reason", flat=True) if pk.isdecimal() else []
    return next(iter(found), "")


def revision_of(version: str) -> CalendarRevision | None:
    """The change that made ``version``; None for what never was one."""
    pk = version.partition("-")[0]
    # Ten digits are more versions than there will be, and fewer than a column holds.
    if not (pk.isascii() and pk.isdigit() and len(pk) <= 10):
        return None
    found = CalendarRevision.objects.filter(pk=int(pk)).first()
    return found if found and found.version == version else None

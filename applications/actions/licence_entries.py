"""The end of every deed of a licence: its entry, its next moment, its version, its announcement."""

from datetime import date
from typing import Any

from applications.events import LicenceMoved
from applications.models import Application, EntryKind, Licence, LicenceEntry
from applications.queries.licences import next_moment_of
from hall.accounts.deeds import announce
from hall.accounts.models import User
from hall.clock import today


def standing(licence: Licence) -> dict[str, Any]:
    """What an entry compares."""
    return {
        "state": str(licence.state),
        "valid_to": licence.valid_to.isoformat() if licence.valid_to else "",
        "content": licence.content,
        "shown": licence.shown,
        "holder": licence.holder_name,
        "electronic_id": licence.electronic_id,
    }


def enter(
    licence: Licence,
    kind: EntryKind,
    before: dict[str, Any],
    *,
    by: User | None,
    application: Application | None = None,
    on: date | None = None,
    ground: str = "",
    reason: str = "",
) -> LicenceEntry:
    """Write what changed and tell it; the caller holds the licence and has moved it."""
    after = standing(licence)
    entry = LicenceEntry.objects.create(
        licence=licence,
        kind=kind,
        on=on or today(),
        application=application,
        ground=ground,
        reason=reason,
        before={name: value for name, value in before.items() if after[name] != value},
        after={name: value for name, value in after.items() if before.get(name) != value},
        by_name=by.name if by else "",
    )
    licence.settle_at = next_moment_of(licence)
    moved = LicenceMoved(kind=str(kind), state=str(licence.state), on=entry.on, valid_to=licence.valid_to)
    announce(licence, moved, by=by)
    return entry

"""Adding to the trail. Rows enter unchained, so that no deed waits for another's; the sealer chains them later."""

from collections.abc import Mapping, Sequence
from uuid import UUID

from hall.actor import Actor
from hall.audit.circumstances import circumstances
from hall.audit.models import Entry
from hall.crypto import keyed_digest
from hall.database.statements import add


def record(
    action: str,
    *,
    actor: Actor | None,
    hall_code: str,
    subject_uid: UUID | None = None,
    changes: Mapping[str, str] | None = None,
    shown: Sequence[UUID] = (),
) -> None:
    """Write one act in the running transaction; changed values are kept as keyed digests only."""
    where = circumstances()
    entry = Entry(
        action=action,
        actor_uid=actor.uid if actor else None,
        actor_name=actor.name if actor else "",
        hall_code=hall_code,
        subject_uid=subject_uid,
        changes={name: keyed_digest(value) for name, value in (changes or {}).items()},
        shown=[str(uid) for uid in shown],
        address=where.address or None,
        agent=where.agent[:200],
        trace=where.trace,
    )
    add(entry)

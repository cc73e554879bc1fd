"""What a proposed change would move: the very recount that would follow, under the supposed calendar, undone."""

import logging
from collections.abc import Iterator
from uuid import UUID

from django.conf import settings
from django.db import transaction

from hall.events.announcements import publish
from hall.workdays.calendars import Supposition, supposing
from hall.workdays.changes import Change, foreseen
from hall.workdays.events import BatchToForesee
from hall.workdays.models import CalendarProposal, ProposalState, ProposedMove
from hall.workdays.recounting import BATCH, Counted, Move, counted_named, everything_counted, following
from hall.workdays.snapshots import read

logger = logging.getLogger(__name__)

# No revision has it, so that nothing that was counted under it could be taken for a date that holds.
SUPPOSED = "proposed"


def foresee(change: Change) -> Iterator[Move]:
    """Every date that the change would move, one after the other; nothing is written."""
    supposition = Supposition(read(foreseen(change)), SUPPOSED)
    for counted in everything_counted():
        after = 0
        while keys := counted.keys(change.region, after, BATCH):
            for key in keys:
                yield from _would_move(counted, key, supposition)
            after = keys[-1]


def _would_move(counted: Counted, key: int, supposition: Supposition) -> list[Move]:
    """Each row is held only for the moment of its own count."""
    with supposing(supposition), transaction.atomic():
        moves = counted.count(key)
        transaction.set_rollback(True)
    return moves


def owe_batch(proposal: CalendarProposal, counted: str, after: int) -> None:
    """Owe the next batch of a proposal that the caller holds, and saves."""
    proposal.version += 1
    code = proposal.region or settings.HALL_CITY_CODE
    fact = BatchToForesee(counted=counted, after=after)
    publish(fact, subject_uid=proposal.uid, version=proposal.version, hall_code=code, actor=None)


def foresee_batch(uid: UUID, batch: BatchToForesee) -> None:
    """Count one batch and owe the next; a proposal that was ended meanwhile owes nothing."""
    proposal = CalendarProposal.objects.select_for_update().get(uid=uid)
    if proposal.state != ProposalState.COUNTING:
        return
    counted = counted_named(batch.counted)
    keys = counted.keys(proposal.region, batch.after, BATCH) if counted else []
    if counted:
        _note_moves(proposal, counted, keys)
    if len(keys) == BATCH:
        owe_batch(proposal, batch.counted, keys[-1])
    elif next_kind := following(batch.counted):
        owe_batch(proposal, next_kind, 0)
    else:
        proposal.state = ProposalState.READY
    proposal.save()


def _note_moves(proposal: CalendarProposal, counted: Counted, keys: list[int]) -> None:
    supposition = Supposition(read(proposal.content), SUPPOSED)
    for key in keys:
        proposal.examined += 1
        try:
            moves = _would_move(counted, key, supposition)
        except Exception:
            logger.exception("%s %s could not be counted for a proposal", counted.name, key)
            proposal.failed += 1
            continue
        proposal.moved += bool(moves)
        ProposedMove.objects.bulk_create(_row(proposal, move) for move in moves)


def _row(proposal: CalendarProposal, move: Move) -> ProposedMove:
    return ProposedMove(
        proposal=proposal,
        hall_code=move.hall_code,
        subject_uid=move.subject_uid,
        number=move.number[:64],
        title=move.title[:1000],
        clock=move.clock[:200],
        before=move.before,
        after=move.after,
    )

"""The worker: takes due rows with SKIP LOCKED, so that any number of workers share the work without meeting."""

import logging
from collections.abc import Callable
from datetime import timedelta

from django.db import transaction

from hall.clock import now
from hall.events.announcements import reaction_named
from hall.events.models import Delivery, Letter
from hall.events.outbox import carrier_of

logger = logging.getLogger(__name__)

Owed = Delivery | Letter
_LONGEST_WAIT = timedelta(hours=1)


def drain(limit: int = 500) -> int:
    """Do everything that is due, at most ``limit`` rows; returns how many rows were tried."""
    tried = 0
    for model, do in ((Delivery, _react), (Letter, _carry)):
        while tried < limit and _take_one(model, do):
            tried += 1
    return tried


def _take_one(model: type[Owed], do: Callable[[Owed], None]) -> bool:
    """Do the next due row. A failure is written down with the moment of the next try; the queue goes on."""
    with transaction.atomic():
        row = _next(model)
        if row is None:
            return False
        try:
            with transaction.atomic():
                do(row)
        except Exception as problem:
            logger.warning("%s %s failed", model.__name__, row.pk, exc_info=True)
            row.attempts += 1
            row.problem = f"{type(problem).__name__}: {problem}"[:2000]
            row.due_at = now() + _wait(row.attempts)
        else:
            row.done_at, row.problem = now(), ""
        row.save(update_fields=["attempts", "problem", "due_at", "done_at"])
    return True


def _next(model: type[Owed]) -> Owed | None:
    due = model._default_manager.filter(done_at__isnull=True, due_at__lte=now()).order_by("due_at", "id")
    return due.select_for_update(skip_locked=True, of=("self",)).first()


def _wait(attempts: int) -> timedelta:
    """One second, then doubling, never more than an hour."""
    return min(timedelta(seconds=2 ** min(attempts - 1, 12)), _LONGEST_WAIT)


def _react(row: Owed) -> None:
    assert isinstance(row, Delivery)
    reaction = reaction_named(row.event.kind, row.reaction)
    # A reaction that was removed owes nothing any more.
    if reaction:
        reaction(row.event)


def _carry(row: Owed) -> None:
    assert isinstance(row, Letter)
    carrier_of(row.kind)(row.payload)


"""What stops, resumes or extends the clock of a case, for whoever may do it now (行政许可法 Art. 42, 45, 55)."""

from collections.abc import Iterator

from applications.models import Handling, Room, Step, Suspension
from applications.rules import (
    extension_allowed,
    may_answer_suspension,
    may_assign_testers,
    may_examine,
    may_extend,
    may_propose,
)
from hall.accounts.models import User
from hall.clock import today


def offer(user: User, handling: Handling, step: Step | None) -> Iterator[str]:
    if not handling.is_open:
        return
    application = handling.application
    if application.has_been_in(Room.SUSPENSION):
        yield from _suspensions(user, handling)
    if application.has_been_in(Room.EXTENSION):
        pending = handling.extensions.filter(answered_at=None).first()
        if pending and may_extend(user, handling, pending):
            yield "answer_extension"
    if may_propose(user, handling):
        yield "propose_suspension"
        if may_be_extended(handling):
            yield "propose_extension"
    if may_assign_testers(user, handling):
        yield "assign_testers"


def _suspensions(user: User, handling: Handling) -> Iterator[str]:
    pending = handling.suspensions.filter(answered_at=None)
    if any(may_answer_suspension(user, handling, one) for one in pending):
        yield "answer_suspension"
    if resumable(handling) and may_examine(user, handling):
        yield "resume"


def resumable(handling: Handling) -> list[Suspension]:
    """Those that an officer ends; the time of a hearing ends with its record (Art. 48)."""
    running = handling.suspensions.filter(begun_on__isnull=False, ended_on=None, hearing=None)
    return list(running)


def may_be_extended(handling: Handling) -> bool:
    """Not over, not extended, not asked for already."""
    if extension_allowed(handling) == 0:
        return False
    if handling.application.has_been_in(Room.EXTENSION):
        open_or_granted = [one.is_pending or one.granted_on for one in handling.extensions.all()]
        if any(open_or_granted):
            return False
    return handling.statutory_due is None or today() <= handling.statutory_due

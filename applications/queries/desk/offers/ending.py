"""Ends without a decision: a signer terminates, a duplicate is merged, a supervisor voids (domain.md §1.3)."""

from collections.abc import Iterator

from applications.models import Handling, Room, Step
from applications.queries.duplicates import keepable
from applications.rules import may_merge, may_terminate, may_void
from hall.accounts.models import Duty, User
from hall.accounts.rules import has_duty


def offer(user: User, handling: Handling, step: Step | None) -> Iterator[str]:
    if not handling.is_open:
        return
    # At the signer's own steps it stands among the deeds of the step; whoever is no signer pays nothing here.
    elsewhere = step is None or step.kind not in ("decide", "report_up")
    if elsewhere and has_duty(user, Duty.SIGNER, handling.department) and may_terminate(user, handling):
        yield "terminate"
    repeated = handling.application.has_been_in(Room.DUPLICATE)
    if repeated and may_merge(user, handling) and keepable(handling):
        yield "merge"
    if may_void(user, handling):
        yield "void_case"

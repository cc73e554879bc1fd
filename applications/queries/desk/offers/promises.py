"""Verifying promises, checking what was to be mended, and taking note of repaired credit (国办发〔2020〕42号)."""

from collections.abc import Iterator

from applications.lifecycle import CaseState
from applications.models import Handling, Step
from applications.models.commitment import Measure
from applications.models.errand import Matter
from applications.queries.promises import commitments_of
from applications.rules import may_examine, may_head
from hall.accounts.models import User

_VERIFIABLE = (CaseState.ACCEPTED, CaseState.DECIDED, CaseState.DELIVERED, CaseState.CLOSED)


def offer(user: User, handling: Handling, step: Step | None) -> Iterator[str]:
    promises = commitments_of(handling.application)
    if not promises or handling.application.state not in _VERIFIABLE:
        return
    if may_examine(user, handling):
        if any(not one.result for one in promises):
            yield "verify_promise"
        if any(one.measure == Measure.RECTIFY and one.rectified_at is None for one in promises):
            yield "check_rectified"
    if _is_proposed(handling) and may_head(user, handling):
        yield "decline_revocation"
    if any(one.is_false and one.repaired_at is None for one in promises) and may_head(user, handling):
        yield "repair_credit"


def _is_proposed(handling: Handling) -> bool:
    waiting = handling.application.errands.filter(matter=Matter.PROPOSE_REVOCATION, done_at=None)
    return waiting.exists()

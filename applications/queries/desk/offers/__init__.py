"""Which deeds are offered beside those of the open step: an offer for each room of the procedure.

An offer answers with the names of deeds that this person may do now; ``step`` is None when none is open.
"""

from collections.abc import Callable, Iterable, Iterator

from applications.models import Handling, Step
from applications.queries.desk.offers import (
    allocation,
    bars,
    case_files,
    clock,
    drafting,
    ending,
    exams,
    fairness,
    fees,
    hearing,
    inquiry,
    inspection,
    intake,
    levels,
    overrun,
    promises,
    quick,
    supervision,
)
from hall.accounts.models import User

Offer = Callable[[User, Handling, Step | None], Iterable[str]]

OFFERS: tuple[Offer, ...] = (
    intake.offer,
    inquiry.offer,
    bars.offer,
    overrun.offer,
    inspection.offer,
    drafting.offer,
    hearing.offer,
    quick.offer,
    promises.offer,
    clock.offer,
    ending.offer,
    fairness.parties,
    fairness.avoidance,
    supervision.offer,
    case_files.offer,
    exams.offer,
    allocation.offer,
    fees.offer,
    levels.offer,
)


# What a department that joins (Art. 26) may do beside its opinion: whatever answers to the applicant is the lead's.
OF_A_PART: tuple[Offer, ...] = (
    inspection.offer,
    clock.offer,
    fairness.parties,
    fairness.avoidance,
    supervision.offer,
    case_files.offer,
    levels.offer,
)


def offered(user: User, handling: Handling, step: Step | None) -> Iterator[str]:
    for offer in OFFERS if handling.is_lead else OF_A_PART:
        yield from offer(user, handling, step)

"""The annexes of a case page, for the clerk of one handling and for the applicant.

A room adds its function here. Each answers None where it has nothing to show, so that a plain case stays a plain page.
"""

from collections.abc import Callable

from applications.models import Application, Handling
from applications.queries.annexes import (
    allocation,
    automatic,
    avoidances,
    bars,
    case_files,
    claims,
    clock,
    consultations,
    conveyance,
    drafting,
    ending,
    exams,
    fees,
    hearing,
    inquiries,
    inspections,
    joint,
    opinions,
    parties,
    promises,
    recount,
    returns,
    spot,
    supervision,
    transfers,
    widening,
)
from applications.queries.annexes.annex import Annex

FOR_HANDLING: tuple[Callable[[Handling], Annex | None], ...] = (
    bars.of_handling,
    claims.of_handling,
    widening.of_handling,
    spot.of_handling,
    inquiries.of_handling,
    recount.for_handling,
    transfers.for_handling,
    conveyance.for_handling,
    returns.for_handling,
    joint.for_handling,
    inspections.of_handling,
    opinions.for_handling,
    drafting.annex,
    hearing.for_handling,
    automatic.of_handling,
    promises.of_handling,
    clock.suspensions_of_handling,
    clock.extensions_of_handling,
    clock.testers_of_handling,
    ending.for_handling,
    ending.duplicates,
    parties.of_handling,
    avoidances.of_handling,
    supervision.of_handling,
    case_files.of_handling,
    exams.for_handling,
    allocation.for_handling,
    fees.for_handling,
)
# What a department that joins (Art. 26) sees: its own part, and nothing that the lead or another has of the case.
FOR_PART: tuple[Callable[[Handling], Annex | None], ...] = (
    claims.for_part,
    recount.for_handling,
    joint.for_handling,
    inspections.of_handling,
    opinions.for_handling,
    clock.suspensions_of_handling,
    parties.of_handling,
    avoidances.of_handling,
    supervision.of_handling,
    case_files.of_handling,
)
FOR_CASE: tuple[Callable[[Application], Annex | None], ...] = (
    bars.of_case,
    claims.of_case,
    spot.of_case,
    inquiries.of_case,
    recount.for_case,
    transfers.for_case,
    conveyance.for_case,
    joint.for_case,
    inspections.of_case,
    hearing.for_case,
    automatic.of_case,
    promises.of_case,
    clock.suspensions_of_case,
    clock.extensions_of_case,
    ending.for_case,
    parties.of_case,
    avoidances.of_case,
    exams.for_case,
    allocation.for_case,
    fees.for_case,
    consultations.of_case,
)


__all__ = ["Annex", "annexes_of_case", "annexes_of_handling"]


def annexes_of_handling(handling: Handling) -> list[Annex]:
    """What the clerks of this handling see."""
    shown = FOR_HANDLING if handling.is_lead else FOR_PART
    return [annex for show in shown if (annex := show(handling))]


def annexes_of_case(application: Application) -> list[Annex]:
    """What the applicant sees."""
    return [annex for show in FOR_CASE if (annex := show(application))]

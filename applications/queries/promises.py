"""What stands in a case in the place of files: promises instead of proofs, and materials that follow later.

A case that never had either asks nothing here.
"""

from collections.abc import Sequence
from typing import TypeVar

from applications.lifecycle import CaseState
from applications.models import Application, Commitment, Room, Tolerance
from applications.models.reading import read_once
from hall.database.statements import rows

StandIn = TypeVar("StandIn", Commitment, Tolerance)


def commitments_of(application: Application) -> list[Commitment]:
    """The promises that count, in the order of their signing."""
    if not application.has_been_in(Room.COMMITMENT):
        return []
    return read_once(application, "commitments", lambda: _standing(Commitment, application))


def tolerances_of(application: Application) -> list[Tolerance]:
    """The materials to follow, made up or not."""
    if not application.has_been_in(Room.TOLERANCE):
        return []
    return read_once(application, "tolerances", lambda: _standing(Tolerance, application))


def _standing(model: type[StandIn], application: Application) -> list[StandIn]:
    found = rows(model, "application_id = %s AND withdrawn_at IS NULL ORDER BY id", application.pk)
    for one in found:
        one.application = application
    return found


def outstanding(application: Application) -> list[Tolerance]:
    """What is still to follow."""
    return [one for one in tolerances_of(application) if one.made_up_at is None]


def may_come(application: Application) -> list[Tolerance]:
    """What the applicant may hand in now: told at acceptance and awaited, after a grant only where that came first."""
    told = [one for one in outstanding(application) if one.told_on]
    if application.state == CaseState.ACCEPTED:
        return told
    after_grant = application.state in (CaseState.DECIDED, CaseState.DELIVERED, CaseState.CLOSED)
    return [one for one in told if after_grant and one.grant_first and application.decision.granted]


def stood_in(application: Application) -> set[str]:
    """The materials that need no file now: promised instead, or to follow."""
    standing: Sequence[Commitment | Tolerance] = [*commitments_of(application), *outstanding(application)]
    return {one.key for one in standing}

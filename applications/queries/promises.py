"""What stands in a case in the place of files: promises instead of proofs, and materials that follow later.

A case that never had either asks nothing here.
"""

from collections.abc import Sequence

from applications.models import Application, Commitment, Room, Tolerance


def commitments_of(application: Application) -> list[Commitment]:
    """The promises that count, in the order of their signing."""
    if not application.has_been_in(Room.COMMITMENT):
        return []
    return list(application.commitments.filter(withdrawn_at=None))


def tolerances_of(application: Application) -> list[Tolerance]:
    """The materials to follow, made up or not."""
    if not application.has_been_in(Room.TOLERANCE):
        return []
    return list(application.tolerances.filter(withdrawn_at=None))


def outstanding(application: Application) -> list[Tolerance]:
    """What is still to follow."""
    return [one for one in tolerances_of(application) if one.made_up_at is None]


def stood_in(application: Application) -> set[str]:
    """The materials that need no file now: promised instead, or to follow."""
    standing: Sequence[Commitment | Tolerance] = [*commitments_of(application), *outstanding(application)]
    return {one.key for one in standing}

"""What this person may do with a licence now, by the names of the deeds."""

from collections.abc import Iterator

from applications.licence_lifecycle import STRIKEABLE
from applications.models import IN_FORCE, Licence, LicenceState
from applications.queries.licence_inspections import unchecked, unsigned, waiting_for
from applications.rules import may_inspect_licence, may_suspend_licence, may_take_licence
from hall.accounts.models import User


def offered_for(user: User, licence: Licence) -> Iterator[str]:
    if may_suspend_licence(user, licence):
        if licence.state == LicenceState.VALID:
            yield "suspend"
        if licence.state == LicenceState.SUSPENDED:
            yield "resume"
        if licence.state in STRIKEABLE:
            yield "cancel"
    if may_take_licence(user, licence) and licence.state in IN_FORCE:
        yield "withdraw"
        yield "revoke"
    if may_inspect_licence(user, licence):
        yield from _inspections(user, licence)


def _inspections(user: User, licence: Licence) -> Iterator[str]:
    """Art. 61: also what has ended is inspected, for nobody may go on without a licence."""
    yield "record-inspection"
    if waiting_for(user, licence):
        yield "sign-inspection"
    if any(user.uid in one.officer_uids for one in unsigned(licence)):
        yield "discard-inspection"
    if unchecked(licence):
        yield "check-mended"

"""What this person may do with a licence now, by the names of the deeds."""

from collections.abc import Iterator

from applications.licence_lifecycle import STRIKEABLE
from applications.models import IN_FORCE, Licence, LicenceState
from applications.rules import may_suspend_licence, may_take_licence
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

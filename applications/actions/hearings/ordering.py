"""A hearing of the agency's own motion (行政许可法 Art. 46): by law, or for a major public interest."""

from collections.abc import Sequence
from uuid import UUID

from django.utils.translation import gettext as _

from applications.actions.clocks import rebuild_dues
from applications.actions.hearings.finding import require_conductor, require_undecided
from applications.actions.hearings.requesting import owe
from applications.actions.hearings.telling import Interested
from applications.actions.locking import locked_handling
from applications.actions.opinions import check_opinion
from applications.events import HearingOrdered
from applications.hearing_lifecycle import OPEN_HEARING, HearingState
from applications.models import Handling, Hearing, HearingGround, HearingParty, PartyRole, Room
from applications.queries.hearings import hearings_here
from applications.rules import may_sign
from hall.accounts.deeds import announce
from hall.accounts.models import User
from hall.clock import today
from hall.errors import NotAllowed, WrongState


def order_hearing(
    uid: UUID,
    user: User,
    *,
    seen: int,
    ground: str,
    reason: str,
    interested: Sequence[Interested] = (),
) -> Hearing:
    """An item that needs a hearing has it called by whoever examines; for the public interest a signer decides."""
    with locked_handling(uid, seen=seen) as handling:
        _check(user, handling, ground)
        check_opinion(reason)
        hearing = Hearing.objects.create(
            application=handling.application,
            handling=handling,
            ground=ground,
            state=HearingState.ORDERED,
            owed_on=today(),
            reason=reason,
            opened_by_uid=user.uid,
            opened_by_name=user.name,
        )
        _call(hearing, handling, interested)
        handling.application.enter(Room.HEARING)
        owe(hearing, handling, by=user)
        rebuild_dues(handling.application, handling)
        announce(handling.application, HearingOrdered(hearing=hearing.uid), by=user)
        return hearing


def _check(user: User, handling: Handling, ground: str) -> None:
    require_conductor(user, handling)
    by_the_item = ground == HearingGround.BY_LAW and handling.application.spec.hearing_required
    if not by_the_item and not may_sign(user, handling):
        raise NotAllowed(_("事项没有规定应当听证的，由没有参与审查的签发人员决定举行听证。"))
    require_undecided(handling)
    if ground not in (HearingGround.BY_LAW, HearingGround.PUBLIC_INTEREST):
        raise WrongState(_("涉及他人重大利益的，应当告知听证权利，由申请人、利害关系人提出。"))
    if any(one.ground == ground for one in hearings_here(handling, *OPEN_HEARING)):
        raise WrongState(_("本办件已经决定举行听证。"))


def _call(hearing: Hearing, handling: Handling, interested: Sequence[Interested]) -> None:
    """The applicant and whoever is known to be concerned; the public reads the notice."""
    name = handling.application.applicant_name
    HearingParty.objects.create(hearing=hearing, role=PartyRole.APPLICANT, name=name)
    for one in interested:
        HearingParty.objects.create(
            hearing=hearing, role=PartyRole.INTERESTED, name=one.name, contact=one.contact
        )

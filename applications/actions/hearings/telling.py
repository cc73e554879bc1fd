"""Telling applicant and interested parties of their right to a hearing (行政许可法 Art. 47), and who is told what."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from django.conf import settings
from django.utils.translation import gettext as _

from applications.actions.clocks import rebuild_dues
from applications.actions.hearings.finding import require_conductor, require_undecided
from applications.actions.hearings.messages import HEARING, RIGHT
from applications.actions.locking import locked_handling
from applications.actions.opinions import check_opinion
from applications.actions.paperwork import case_facts, draft
from applications.actions.telling import tell_applicant
from applications.documents.builders import HearingRight
from applications.events import HearingRightTold
from applications.hearing_lifecycle import HearingState
from applications.models import Handling, Hearing, HearingGround, HearingParty, PartyRole, Room
from applications.queries.hearings import hearings_here, request_due
from hall.accounts.deeds import announce
from hall.accounts.models import User
from hall.clock import today
from hall.errors import Incomplete, WrongState


@dataclass(frozen=True, slots=True)
class Interested:
    """Somebody whose major interests the licence would touch, and how to reach them."""

    name: str
    contact: str = ""


def tell_hearing_right(
    uid: UUID, user: User, *, seen: int, reason: str, interested: Sequence[Interested]
) -> Hearing:
    """Tell both sides before the decision: five days to ask. Told again, only newcomers are told, from that day."""
    with locked_handling(uid, seen=seen) as handling:
        require_conductor(user, handling)
        require_undecided(handling)
        check_opinion(reason)
        if not interested:
            told = _("请至少写明一名利害关系人。")
            raise Incomplete(told, fields={"interested": [told]})
        hearing = _hearing(handling, user, reason)
        newcomers = _tell(hearing, handling, interested)
        handling.application.enter(Room.HEARING)
        rebuild_dues(handling.application, handling)
        for party in newcomers:
            _draft(hearing, party, handling, user)
        announce(handling.application, HearingRightTold(hearing=hearing.uid), by=user)
        return hearing


def _hearing(handling: Handling, user: User, reason: str) -> Hearing:
    told = [one for one in hearings_here(handling, HearingState.TOLD) if one.ground == HearingGround.INTERESTS]
    if told:
        return told[0]
    return Hearing.objects.create(
        application=handling.application,
        handling=handling,
        ground=HearingGround.INTERESTS,
        reason=reason,
        opened_by_uid=user.uid,
        opened_by_name=user.name,
    )


def _tell(hearing: Hearing, handling: Handling, interested: Sequence[Interested]) -> list[HearingParty]:
    known = set(HearingParty.objects.filter(hearing=hearing).values_list("role", "name"))
    wanted = [(PartyRole.APPLICANT, handling.application.applicant_name, "")]
    wanted += [(PartyRole.INTERESTED, one.name, one.contact) for one in interested]
    # Each once, in the order in which they were named.
    fresh = {(role, name): contact for role, name, contact in wanted if (role, name) not in known}
    if not fresh:
        raise WrongState(_("这些人员已经告知过听证权利。"))
    unit = settings.HALL_APPLICANT_PERIOD_UNIT
    return [
        HearingParty.objects.create(
            hearing=hearing, role=role, name=name, contact=contact, told_on=today(), period_unit=unit
        )
        for (role, name), contact in fresh.items()
    ]


def _draft(hearing: Hearing, party: HearingParty, handling: Handling, user: User) -> None:
    latest = request_due(party, handling.hall.code)
    assert latest is not None
    own = party.role == PartyRole.APPLICANT
    paper = HearingRight(
        case_facts(handling),
        addressee=party.name,
        reason=hearing.reason,
        latest_on=latest,
        unit=party.period_unit,
        interested=not own,
    )
    draft(paper, handling, officer=user, for_applicant=own)
    if own:
        tell_applicant(handling.application, HEARING, RIGHT, key=f"hearing-right:{hearing.uid}", due=latest)

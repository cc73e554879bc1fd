"""What comes in on paper or by mouth: requests and waivers of interested parties, and who asks without a right.

A party who was told asks in time and has the hearing. Anybody else is answered: admitted, or refused in writing with
reasons and remedies (D-20b).
"""

from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _

from applications.actions.clocks import rebuild_dues
from applications.actions.errands import close_errands, open_errand
from applications.actions.hearings.finding import hearing_here, require_conductor, require_undecided
from applications.actions.hearings.messages import HEARING, REFUSED
from applications.actions.hearings.requesting import enter_request, enter_waiver, owe
from applications.actions.late_entry import tell_late_entry
from applications.actions.locking import locked_handling
from applications.actions.opinions import check_opinion
from applications.actions.paperwork import case_facts, draft
from applications.actions.telling import tell_applicant
from applications.documents.builders import HearingRefused as RefusalPaper
from applications.events import HearingAsked, HearingRefused, HearingRequested, HearingWaived
from applications.hearing_lifecycle import HearingState
from applications.models import Handling, Hearing, HearingGround, HearingParty, Matter, PartyRole, Room
from applications.queries.hearings import can_waive, request_due
from applications.rules import may_sign
from hall.accounts.deeds import announce
from hall.accounts.models import Duty, User
from hall.clock import now, today
from hall.errors import Incomplete, Invalid, NotAllowed, NotFound, TooLate, WrongState


def record_request(
    uid: UUID, user: User, *, seen: int, party: UUID, asked_on: date, statement: str = ""
) -> Hearing:
    """Somebody who was told asks: the day on which the letter came counts, not the day on which it is written down."""
    with locked_handling(uid, seen=seen) as handling:
        require_conductor(user, handling)
        require_undecided(handling)
        one = _party(handling, party)
        _check_day(one, asked_on, handling)
        hearing = hearing_here(
            handling, one.hearing.uid, [HearingState.TOLD, HearingState.REQUESTED, HearingState.LAPSED]
        )
        enter_request(hearing, one, handling, on=asked_on, statement=statement, by=user)
        announce(handling.application, HearingRequested(hearing=hearing.uid), by=user)
        tell_late_entry(handling, asked_on, by=user)
        return hearing


def record_waiver(uid: UUID, user: User, *, seen: int, party: UUID) -> Hearing:
    """An interested party gives the right, or the request, up in writing."""
    with locked_handling(uid, seen=seen) as handling:
        require_conductor(user, handling)
        require_undecided(handling)
        one = _party(handling, party)
        hearing = one.hearing
        hearing.handling = handling
        if not can_waive(hearing, one):
            raise WrongState(_("这次听证现在不能放弃。"))
        enter_waiver(hearing, one, handling, by=user)
        announce(handling.application, HearingWaived(hearing=hearing.uid), by=user)
        return hearing


def record_asking(
    uid: UUID, user: User, *, seen: int, name: str, contact: str, asked_on: date, statement: str
) -> Hearing:
    """Somebody who was not told asks for a hearing; a signer answers."""
    with locked_handling(uid, seen=seen) as handling:
        require_conductor(user, handling)
        require_undecided(handling)
        if asked_on > today():
            raise Invalid(_("日期不能晚于今天。"), fields={"asked_on": [_("日期不能晚于今天。")]})
        if not name.strip():
            raise Incomplete(_("请填写申请听证的人。"), fields={"name": [_("请填写姓名或者名称。")]})
        hearing = Hearing.objects.create(
            application=handling.application,
            handling=handling,
            ground=HearingGround.INTERESTS,
            state=HearingState.ASKED,
            opened_by_uid=user.uid,
            opened_by_name=user.name,
        )
        own = name.strip() == handling.application.applicant_name
        HearingParty.objects.create(
            hearing=hearing,
            role=PartyRole.APPLICANT if own else PartyRole.INTERESTED,
            name=name.strip(),
            contact=contact,
            requested_on=asked_on,
            statement=statement,
        )
        handling.application.enter(Room.HEARING)
        open_errand(handling, Duty.SIGNER, Matter.ANSWER_HEARING_REQUEST, hearing.uid)
        rebuild_dues(handling.application, handling)
        announce(handling.application, HearingAsked(hearing=hearing.uid), by=user)
        tell_late_entry(handling, asked_on, by=user)
        return hearing


def admit_hearing(uid: UUID, user: User, *, seen: int, hearing: UUID) -> Hearing:
    """Whoever asked has a major interest after all: the hearing is owed from the day on which they asked."""
    with locked_handling(uid, seen=seen) as handling:
        one, party = _asked(user, handling, hearing)
        assert party.requested_on is not None
        one.admit(on=party.requested_on)
        close_errands(one.uid, by=user)
        owe(one, handling, by=user)
        rebuild_dues(handling.application, handling)
        announce(handling.application, HearingRequested(hearing=one.uid), by=user)
        return one


def refuse_hearing(uid: UUID, user: User, *, seen: int, hearing: UUID, reason: str) -> Hearing:
    """No right, no hearing: in writing, with the reason and the remedies."""
    with locked_handling(uid, seen=seen) as handling:
        one, party = _asked(user, handling, hearing)
        check_opinion(reason)
        one.reason = reason
        one.refuse(at=now())
        one.save()
        close_errands(one.uid, by=user)
        rebuild_dues(handling.application, handling)
        own = party.role == PartyRole.APPLICANT
        paper = RefusalPaper(case_facts(handling), addressee=party.name, reason=reason)
        draft(paper, handling, officer=user, for_applicant=own)
        if own:
            tell_applicant(handling.application, HEARING, REFUSED, key=f"hearing-refused:{one.uid}")
        announce(handling.application, HearingRefused(hearing=one.uid), by=user)
        return one


def _asked(user: User, handling: Handling, uid: UUID) -> tuple[Hearing, HearingParty]:
    if not may_sign(user, handling):
        raise NotAllowed(_("只有承办部门的签发人员，且没有参与本办件审查的，可以答复听证申请。"))
    require_undecided(handling)
    hearing = hearing_here(handling, uid, [HearingState.ASKED])
    return hearing, next(iter(hearing.parties.all()))


def _party(handling: Handling, uid: UUID) -> HearingParty:
    found = HearingParty.objects.select_related("hearing").filter(uid=uid, hearing__handling=handling).first()
    if found is None:
        raise NotFound(_("没有找到这名当事人。"))
    return found


def _check_day(party: HearingParty, asked_on: date, handling: Handling) -> None:
    """In time, and neither before the right was told nor after today."""
    due = request_due(party, handling.hall.code)
    if due is None or party.requested_on is not None or party.waived_at is not None:
        raise WrongState(_("这名当事人已经提出申请，或者已经放弃。"))
    assert party.told_on is not None
    if not party.told_on <= asked_on <= today():
        told = _("提出申请的日期应在告知之日和今天之间。")
        raise Invalid(told, fields={"asked_on": [told]})
    if asked_on > due:
        raise TooLate(_("申请听证的期限已经届满，最迟应在%(due)s提出。") % {"due": due})

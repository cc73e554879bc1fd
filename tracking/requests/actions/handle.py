"""The organ's deeds before the answer: confirm, ask for a supplement, ask others, extend (条例 Art. 30-34)."""

from collections.abc import Mapping
from functools import partial
from uuid import UUID

from django.utils.functional import Promise
from django.utils.translation import gettext as _

from hall.accounts.deeds import announce
from hall.accounts.models import User
from hall.clock import today
from hall.errors import Incomplete, NotAllowed, TooLate, WrongState
from hall.workdays.calendars import calendar_for
from tracking.requests import wording
from tracking.requests.actions.locking import locked
from tracking.requests.actions.papers import draft
from tracking.requests.actions.receiving import received
from tracking.requests.actions.telling import count, tell
from tracking.requests.events import RequestExtended, SupplementAsked, ThirdPartyAnswered, ThirdPartyAsked
from tracking.requests.kinds import Opinion, PaperKind
from tracking.requests.limits import supplement_until, third_party_due
from tracking.requests.models import InfoRequest, ThirdParty
from tracking.requests.rules import extending_bar, handling_bar


def confirm(uid: UUID, user: User, *, seen: int) -> InfoRequest:
    """Confirm the receipt; the period to answer begins today."""
    with locked(uid, seen=seen) as request:
        refuse(handling_bar(user, request))
        received(request, today(), by=user)
        return request


def ask_supplement(uid: UUID, user: User, *, seen: int, asked: str, days: int) -> InfoRequest:
    """Once, within seven working days of receipt, with a reasonable period in working days (条例 Art. 30)."""
    with locked(uid, seen=seen) as request:
        refuse(handling_bar(user, request))
        request.ask_supplement()
        if request.supplement_asked_on:
            raise WrongState(_("补正只能一次性告知，这件申请已经告知过。"))
        if today() > supplement_until(request, calendar_for(request.hall.code)):
            raise TooLate(_("补正应当自收到申请之日起七个工作日内告知，已经超过。"))
        require(asked=asked)
        request.supplement_asked, request.supplement_days = asked.strip(), days
        request.supplement_asked_on = today()
        count(request)
        announce(request, SupplementAsked(), by=user)
        tell(request, "supplement")
        draft(request, PaperKind.SUPPLEMENT, lambda: wording.supplement(request, request.due), officer=user.name)
        return request


def consult(uid: UUID, user: User, *, seen: int, name: str, question: str, made_it: bool = False) -> InfoRequest:
    """Ask in writing whose secret or privacy it may be, or an organ that ``made_it`` together with this one.

    Fifteen working days, which are not counted (条例 Art. 32, 33, 34).
    """
    with locked(uid, seen=seen) as request:
        refuse(handling_bar(user, request))
        request.consult()
        require(name=name, question=question)
        if today() > request.due:
            raise TooLate(_("答复期限已经届满，征求意见不能使它重新计算。"))
        party = ThirdParty(request=request, name=name.strip(), question=question.strip(), made_it=made_it)
        party.asked_on = today()
        party.due = third_party_due(party, calendar_for(request.hall.code))
        party.save()
        count(request)
        announce(request, ThirdPartyAsked(), by=user)
        tell(request, "consulting_organ" if made_it else "consulting")
        kind, said = (PaperKind.CONSULTATION, wording.consultation)
        if made_it:
            kind, said = (PaperKind.ORGANS, wording.organ_consultation)
        draft(request, kind, partial(said, party), addressee=party.name, officer=user.name)
        return request


def note_opinion(uid: UUID, user: User, *, seen: int, party: UUID, opinion: str, reason: str) -> InfoRequest:
    """Keep what was answered in writing; the clock runs on from the next day."""
    with locked(uid, seen=seen) as request:
        refuse(handling_bar(user, request))
        request.consult()
        one = request.third_parties.filter(uid=party, ended_on=None).first()
        if one is None:
            raise WrongState(_("这个被征求意见的对象没有待提出的意见。"))
        if opinion not in (Opinion.CONSENT, Opinion.REFUSE):
            raise Incomplete(_("请选择意见。"), fields={"opinion": [_("请选择。")]})
        if opinion == Opinion.REFUSE:
            require(reason=reason)
        one.opinion, one.reason, one.ended_on = opinion, reason.strip(), today()
        one.save()
        count(request)
        announce(request, ThirdPartyAnswered(opinion=opinion), by=user)
        return request


def extend(uid: UUID, user: User, *, seen: int, reason: str) -> InfoRequest:
    """Twenty working days more, once, agreed by the head and told before the first ones end (条例 Art. 33)."""
    with locked(uid, seen=seen) as request:
        refuse(extending_bar(user, request))
        request.extend()
        if request.extended_on:
            raise WrongState(_("答复期限只能延长一次。"))
        if today() > request.due:
            raise TooLate(_("答复期限已经届满，不能再延长。"))
        require(reason=reason)
        request.extended_on, request.extension_reason, request.extended_by_name = today(), reason.strip(), user.name
        count(request)
        announce(request, RequestExtended(), by=user)
        tell(request, "extended")
        draft(request, PaperKind.EXTENSION, lambda: wording.extension(request, request.due), officer=user.name)
        return request


def refuse(bar: Promise | None) -> None:
    if bar:
        raise NotAllowed(bar)


def require(**texts: str) -> None:
    """Each of these is written; raises Incomplete with all that are missing."""
    missing: Mapping[str, list[str]] = {name: [_("请填写。")] for name, text in texts.items() if not text.strip()}
    if missing:
        raise Incomplete(_("还有内容没有填写。"), fields=missing)

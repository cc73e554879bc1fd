"""Asking whose secret or privacy it may be, or who made it too: in writing, served, heard (条例 Art. 32-34).

The fifteen working days run from the day on which the written request was served, and only from then on the answer's
own period stands still; an opinion that came in time counts though it was entered late.
"""

from datetime import date
from functools import partial
from uuid import UUID

from django.utils.translation import gettext as _

from applications.documents.builders import Mode
from hall.accounts.deeds import announce
from hall.accounts.models import User
from hall.clock import today
from hall.errors import Incomplete, Invalid, WrongState
from hall.workdays.calendars import calendar_for
from tracking.requests import wording
from tracking.requests.actions.handle import require
from tracking.requests.actions.locking import locked, refuse_barred
from tracking.requests.actions.papers import draft
from tracking.requests.actions.telling import count, tell
from tracking.requests.events import AskingTakenBack, ThirdPartyAnswered, ThirdPartyAsked, ThirdPartyServed
from tracking.requests.kinds import Opinion, PaperKind
from tracking.requests.limits import third_party_due
from tracking.requests.models import InfoRequest, ThirdParty


def consult(uid: UUID, user: User, *, seen: int, name: str, question: str, made_it: bool = False) -> InfoRequest:
    """Ask in writing a third party, or an organ that ``made_it`` together with this one; all runs from service."""
    with locked(uid, seen=seen) as request:
        refuse_barred("consult", user, request)
        request.consult()
        require(name=name, question=question)
        party = ThirdParty.objects.create(
            request=request, name=name.strip(), question=question.strip(), made_it=made_it, asked_on=today()
        )
        announce(request, ThirdPartyAsked(), by=user)
        tell(request, "consulting_organ" if made_it else "consulting")
        kind, said = (PaperKind.CONSULTATION, wording.consultation)
        if made_it:
            kind, said = (PaperKind.ORGANS, wording.organ_consultation)
        draft(request, kind, partial(said, party), addressee=party.name, officer=user.name)
        return request


def note_service(uid: UUID, user: User, *, seen: int, party: UUID, served_on: date, mode: str) -> InfoRequest:
    """Keep when and how the written request was served: the fifteen working days are counted from that day."""
    with locked(uid, seen=seen) as request:
        refuse_barred("serve", user, request)
        request.consult()
        one = request.to_be_served().filter(uid=party).first()
        if one is None:
            raise WrongState(_("没有待送达的征求意见书。"))
        if mode not in Mode.values:
            raise Incomplete(_("请选择送达方式。"), fields={"mode": [_("请选择送达方式。")]})
        _within(served_on, one.asked_on, "served_on", _("送达日期不能早于征求意见书的日期，也不能晚于今天。"))
        one.served_on, one.service_mode = served_on, mode
        one.due = third_party_due(one, calendar_for(request.hall.code))
        one.save()
        count(request)
        announce(request, ThirdPartyServed(), by=user)
        return request


def note_opinion(
    uid: UUID, user: User, *, seen: int, party: UUID, opinion: str, reason: str, on: date | None = None
) -> InfoRequest:
    """Keep what was answered in writing, and on which day (today where none is given).

    The clock runs on from the next day.
    """
    with locked(uid, seen=seen) as request:
        refuse_barred("opinion", user, request)
        request.consult()
        one = request.to_be_heard().filter(uid=party).first()
        if one is None:
            raise WrongState(_("这个被征求意见的对象没有待提出的意见。"))
        if opinion not in (Opinion.CONSENT, Opinion.REFUSE):
            raise Incomplete(_("请选择意见。"), fields={"opinion": [_("请选择。")]})
        if opinion == Opinion.REFUSE:
            require(reason=reason)
        one.opinion, one.reason, one.ended_on = opinion, reason.strip(), _came_on(one, on or today())
        one.save()
        count(request)
        announce(request, ThirdPartyAnswered(opinion=opinion), by=user)
        return request


def take_back(uid: UUID, user: User, *, seen: int, party: UUID, reason: str) -> InfoRequest:
    """Ask no more: the letter cannot be delivered, or it was a mistake; only while nothing was answered in time.

    Of whoever was never served no day stood still; of whoever was, the days up to this one.
    """
    with locked(uid, seen=seen) as request:
        refuse_barred("take_back", user, request)
        request.consult()
        one = request.still_asked().filter(uid=party).first()
        if one is None:
            raise WrongState(_("没有可以撤回的征求，或者意见已经收到。"))
        require(reason=reason)
        one.opinion, one.reason, one.ended_on = Opinion.TAKEN_BACK, reason.strip(), today()
        one.save()
        count(request)
        announce(request, AskingTakenBack(), by=user)
        tell(request, "taken_back")
        if one.served_on:
            told = partial(wording.asking_taken_back, one)
            draft(request, PaperKind.TAKEN_BACK, told, addressee=one.name, officer=user.name)
        return request


def _came_on(one: ThirdParty, day: date) -> date:
    assert one.served_on
    assert one.due
    _within(day, one.served_on, "on", _("收到意见的日期不能早于送达日期，也不能晚于今天。"))
    if day > one.due:
        problem = _("这份意见在期满以后才收到，按逾期未提出意见处理，由本机关依法决定是否公开。")
        raise Invalid(problem, fields={"on": [problem]})
    return day


def _within(day: date, first: date, name: str, problem: str) -> None:
    if not first <= day <= today():
        raise Invalid(problem, fields={name: [problem]})

"""Accepting, refusing and answering, each by somebody who is not complained about (domain.md §7.2)."""

from uuid import UUID

from django.utils.translation import gettext as _

from complaints.grievances import limits
from complaints.grievances.actions.locking import locked
from complaints.grievances.events import (
    GrievanceAccepted,
    GrievanceAnswered,
    GrievanceReferred,
    GrievanceRefused,
)
from complaints.grievances.models import Category, Grievance, RefusalReason
from complaints.grievances.rules import may_handle
from hall.accounts.deeds import announce
from hall.accounts.models import User
from hall.clock import now
from hall.errors import Incomplete, NotAllowed, WrongState
from hall.events.announcements import Announcement
from hall.workdays.calendars import calendar_for

# Shorter than this no answer goes into each point.
LEAST_REPLY = 10


def accept(uid: UUID, user: User) -> Grievance:
    """Take it up; the period to answer begins today."""
    with locked(uid) as grievance:
        _check(user, grievance)
        if grievance.category == Category.UNLICENSED:
            raise WrongState(_("违法行为的举报由执法机关办理，请转送执法机关。"))
        grievance.accept(at=now())
        return _finish(grievance, GrievanceAccepted(), user)


def refuse(uid: UUID, user: User, *, reason: str, channel: str) -> Grievance:
    """Refuse with the reason and the channel that is the right one instead."""
    with locked(uid) as grievance:
        _check(user, grievance)
        grievance.refuse(at=now())
        known = reason if reason in RefusalReason.values else ""
        told = {"reason": known, "channel": channel.strip()}
        missing = {name: [_("请填写。")] for name, text in told.items() if not text}
        if missing:
            raise Incomplete(_("不予受理必须说明理由，并告知应当通过的渠道。"), fields=missing)
        grievance.refusal_reason, grievance.refusal_channel = reason, channel.strip()
        return _finish(grievance, GrievanceRefused(reason=reason), user)


def refer(uid: UUID, user: User, *, to: str) -> Grievance:
    """A report of unlicensed activity or abuse (行政许可法 Art. 80, 81) goes on to whoever enforces, who is named."""
    with locked(uid) as grievance:
        _check(user, grievance)
        if grievance.category != Category.UNLICENSED:
            raise WrongState(_("只有违法行为的举报可以转送执法机关。"))
        grievance.refer(at=now())
        if not to.strip():
            raise Incomplete(_("请写明转送给哪个机关。"), fields={"to": [_("请填写。")]})
        grievance.referred_to = to.strip()
        return _finish(grievance, GrievanceReferred(), user)


def answer(uid: UUID, user: User, *, reply: str) -> Grievance:
    """Answer each point; the person reads it in their space or by number and query code."""
    with locked(uid) as grievance:
        _check(user, grievance)
        grievance.answer(at=now())
        if len(reply.strip()) < LEAST_REPLY:
            problem = _("请逐项答复，不少于 %(least)d 个字。") % {"least": LEAST_REPLY}
            raise Incomplete(problem, fields={"reply": [problem]})
        grievance.reply = reply.strip()
        return _finish(grievance, GrievanceAnswered(), user)


def _check(user: User, grievance: Grievance) -> None:
    if not may_handle(user, grievance):
        raise NotAllowed(_("您不能承办这件建议投诉：承办人不能是被投诉的人员或者单位。"))


def _finish(grievance: Grievance, fact: Announcement, user: User) -> Grievance:
    """Signed by the handler, its next duty counted, announced."""
    grievance.handler_uid, grievance.handler_name = user.uid, user.name
    period = limits.running(grievance, calendar_for(grievance.hall.code))
    grievance.due, grievance.late_told = period.due if period else None, ""
    announce(grievance, fact, by=user)
    return grievance

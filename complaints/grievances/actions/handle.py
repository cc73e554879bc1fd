"""Accepting, refusing and answering, each by somebody who is not complained about (domain.md §7.2)."""

from uuid import UUID

from django.utils.translation import gettext as _

from complaints.grievances import limits
from complaints.grievances.actions.locking import locked
from complaints.grievances.events import GrievanceAccepted, GrievanceAnswered, GrievanceRefused
from complaints.grievances.models import Grievance
from complaints.grievances.rules import may_handle
from hall.accounts.deeds import announce
from hall.accounts.models import User
from hall.clock import now, today
from hall.errors import Incomplete, NotAllowed


def accept(uid: UUID, user: User) -> Grievance:
    """Take it up; the period to answer begins today."""
    with locked(uid) as grievance:
        _check(user, grievance)
        grievance.accept(at=now())
        grievance.answer_by = limits.answer_by(today(), grievance.category, grievance.hall.code)
        _sign(grievance, user)
        announce(grievance, GrievanceAccepted(), by=user)
        return grievance


def refuse(uid: UUID, user: User, *, reason: str, channel: str) -> Grievance:
    """Refuse with the reason and the channel that is the right one instead."""
    with locked(uid) as grievance:
        _check(user, grievance)
        missing = {name: [_("请填写。")] for name, text in {"reason": reason, "channel": channel}.items() if not text}
        if missing:
            raise Incomplete(_("不予受理必须说明理由，并告知应当通过的渠道。"), fields=missing)
        grievance.refusal_reason, grievance.refusal_channel = reason, channel
        grievance.refuse(at=now())
        _sign(grievance, user)
        announce(grievance, GrievanceRefused(reason=reason), by=user)
        return grievance


def answer(uid: UUID, user: User, *, reply: str) -> Grievance:
    """Answer each point; the person reads it in their space or by number and query code."""
    with locked(uid) as grievance:
        _check(user, grievance)
        if len(reply.strip()) < 10:
            problem = _("请逐项答复，不少于10个字。")
            raise Incomplete(problem, fields={"reply": [problem]})
        grievance.reply = reply.strip()
        grievance.answer(at=now())
        _sign(grievance, user)
        announce(grievance, GrievanceAnswered(), by=user)
        return grievance


def _check(user: User, grievance: Grievance) -> None:
    if not may_handle(user, grievance):
        raise NotAllowed(_("您不能承办这件建议投诉：承办人不能是被投诉的人员或者单位。"))


def _sign(grievance: Grievance, user: User) -> None:
    grievance.handler_uid, grievance.handler_name = user.uid, user.name

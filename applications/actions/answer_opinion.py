"""Answering what another agency asked 答复征求意见: once, in words, by an examiner of the department that was asked."""

from uuid import UUID

from django.utils.translation import gettext as _

from applications.actions.errands import close_errands
from applications.actions.locking import locked
from applications.actions.opinions import check_opinion
from applications.events import OpinionAnswered
from applications.models import OpinionRequest
from applications.rules import may_answer
from hall.accounts.deeds import announce
from hall.accounts.models import User
from hall.clock import now
from hall.errors import NotFound, WrongState


def answer_opinion(uid: UUID, user: User, *, answer: str) -> OpinionRequest:
    """No version of the case is compared: whoever is asked sees nothing of it, and it goes on meanwhile."""
    found = OpinionRequest.objects.select_related("application", "department").filter(uid=uid).first()
    if found is None or not may_answer(user, found):
        raise NotFound(_("没有找到这件征求意见。"))
    with locked(found.application.uid) as application:
        asked = OpinionRequest.objects.select_related("handling").get(pk=found.pk)
        if asked.answered_at:
            raise WrongState(_("本部门已经由%(who)s答复。") % {"who": asked.answered_by_name})
        if not (asked.is_open and asked.handling.is_open):
            raise WrongState(_("提出征求意见的机关已经不需要这份意见。"))
        check_opinion(answer)
        asked.answer, asked.answered_at = answer, now()
        asked.answered_by_uid, asked.answered_by_name = user.uid, user.name
        asked.save()
        close_errands(asked.uid, by=user)
        announce(application, OpinionAnswered(handling=asked.handling.uid, request=asked.uid), by=user)
        return asked

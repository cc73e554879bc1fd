"""Answering a notice of a violation: once, in words, by the agency that decided; the sender reads it (Art. 64)."""

from uuid import UUID

from django.utils.translation import gettext as _

from applications.actions.errands import close_errands
from applications.actions.licence_locking import locked_licence
from applications.actions.opinions import check_opinion
from applications.events import ViolationAnswered
from applications.models import ViolationNotice
from applications.queries.violations import notice_for
from applications.rules import may_answer_violation
from hall.accounts.deeds import announce
from hall.accounts.models import User
from hall.clock import now
from hall.errors import NotAllowed, WrongState


def answer_violation(uid: UUID, user: User, *, answer: str) -> ViolationNotice:
    """No version is compared: the licence goes on meanwhile, and one answer is all there is."""
    found = notice_for(user, uid)
    if not may_answer_violation(user, found):
        raise NotAllowed(_("只有作出许可决定的机关可以答复。"))
    with locked_licence(found.licence.uid) as licence:
        notice = ViolationNotice.objects.select_for_update().get(pk=found.pk)
        if notice.received_at is None:
            raise WrongState(_("这份抄告还没有送达。"))
        if notice.answered_at:
            raise WrongState(_("本部门已经由%(who)s答复。") % {"who": notice.answered_by_name})
        check_opinion(answer)
        notice.answer, notice.answered_at = answer.strip(), now()
        notice.answered_by_uid, notice.answered_by_name = user.uid, user.name
        notice.save()
        close_errands(notice.uid, by=user)
        announce(licence, ViolationAnswered(notice=notice.uid), by=user)
        return notice

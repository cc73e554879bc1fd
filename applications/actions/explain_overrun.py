"""An overrun promise needs a public reason (优化营商环境条例 Art. 36): it turns the red lamp amber, never green."""

from uuid import UUID

from django.utils.translation import gettext as _

from applications.actions.locking import locked_handling
from applications.actions.opinions import check_opinion
from applications.events import OverrunExplained
from applications.models import Handling
from applications.rules import may_sign
from hall.accounts.deeds import announce
from hall.accounts.models import User
from hall.clock import today
from hall.errors import NotAllowed, WrongState


def explain_overrun(uid: UUID, user: User, *, seen: int, reason: str) -> Handling:
    """Write the reason that the applicant and the public read."""
    with locked_handling(uid, seen=seen) as handling:
        application = handling.application
        if not may_sign(user, handling):
            raise NotAllowed(_("只有承办部门的签发人员可以公开说明超期原因。"))
        if application.promise_due is None or today() <= application.promise_due:
            raise WrongState(_("本办件没有超过承诺期限，不需要说明。"))
        check_opinion(reason)
        application.overrun_reason = reason
        announce(application, OverrunExplained(), by=user)
        return handling

"""Voiding a case for a technical error (domain.md §1.3, admin only): a supervisor's deed, with its reason.

Nothing is deleted: the row, its number and its events stay, and every paper says that it is void.
"""

from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from applications.actions.ending import end_case
from applications.actions.locking import locked_handling
from applications.actions.opinions import check_opinion
from applications.actions.papers import void_paper
from applications.actions.telling import ENDING, tell_applicant
from applications.events import Voided
from applications.models import Ending, EndingGround
from applications.models.paper import PaperState
from applications.rules import may_void
from hall.accounts.deeds import announce
from hall.accounts.models import User
from hall.accounts.people import actor_of
from hall.clock import now
from hall.errors import NotAllowed

_TOLD = gettext_lazy("您的“%(item)s”办件%(case_no)s因技术性错误作废，已出具的文书失效。理由：%(reason)s")


def void_case(uid: UUID, user: User, *, seen: int, reason: str) -> Ending:
    with locked_handling(uid, seen=seen) as handling:
        application = handling.application
        if not may_void(user, handling):
            raise NotAllowed(_("只有监督人员可以将正在办理的办件作技术性作废。"))
        check_opinion(reason)
        application.void(at=now())
        ending = end_case(application, EndingGround.TECHNICAL, by=user, reason=reason)
        for paper in application.papers.exclude(state=PaperState.VOIDED).values_list("uid", flat=True):
            void_paper(paper, reason=_("办件技术性作废：%(reason)s") % {"reason": reason[:150]}, by=actor_of(user))
        words = {"case_no": application.case_no, "reason": reason}
        tell_applicant(application, ENDING, _TOLD, key=f"ended:{application.uid}", **words)
        announce(application, Voided(), by=user)
        return ending

"""Terminating a case (domain.md §1.3; the cases of 行政许可法 Art. 70 (2), (3), (5) before a licence was given).

The applicant died, the organisation is gone, or what was asked for can no longer be. Whoever answers now is told in
writing, with the remedies.
"""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from applications.actions.ending import check_told, end_case, label_of
from applications.actions.exhibits import put_in, take
from applications.actions.locking import locked_handling
from applications.actions.paperwork import case_facts, draft
from applications.actions.telling import ENDING, tell_applicant
from applications.documents.builders import Termination
from applications.events import Terminated
from applications.models import Ending, EndingGround, Handling
from applications.queries.endings import TOLD_TO_OTHERS, grounds_for
from applications.rules import may_sign, may_terminate
from hall.accounts.deeds import announce
from hall.accounts.models import User
from hall.clock import now, today
from hall.errors import Invalid, NotAllowed, NotFound

_MAY_NOT = gettext_lazy("只有正在办理本办件的部门的签发人员，且没有参与审查的，可以终止办理。")
_TOLD = gettext_lazy("您的“%(item)s”申请已终止办理：%(ground)s。请查看终止办理告知书。")


def terminate(
    uid: UUID,
    user: User,
    *,
    seen: int,
    ground: str,
    reason: str,
    told_to: str = "",
    contact: str = "",
    evidence: Sequence[Any] = (),
) -> Ending:
    """End the case for one of the grounds of its kind of applicant; ``evidence`` stays in the file of the agency."""
    files = take(evidence, hall_code=_open(uid, user).hall.code, owner_uid=user.uid, place="evidence")
    with locked_handling(uid, seen=seen) as handling:
        _check(user, handling)
        application = handling.application
        if ground not in grounds_for(application):
            raise Invalid(_("这个理由不适用于本办件。"), fields={"ground": [_("请选择。")]})
        others = {"told_to": told_to, "contact": contact} if ground in TOLD_TO_OTHERS else {}
        check_told(reason=reason, **others)
        application.terminate(at=now())
        ending = end_case(
            application, EndingGround(ground), by=user, reason=reason, told_to=told_to, contact=contact
        )
        put_in(handling, ending.uid, files)
        _tell(handling, ending, user)
        announce(application, Terminated(ground=str(ground)), by=user)
        return ending


def _open(uid: UUID, user: User) -> Handling:
    """Asked before a file is taken, so that nobody else's upload is. Whether the case is still open is asked under the
    lock: whoever sends the form twice is told that it was done, and not that they may not do it."""
    found = Handling.objects.select_related("department", "hall", "application__item_version").filter(uid=uid).first()
    if found is None:
        raise NotFound(_("没有找到这个办件。"))
    if not may_sign(user, found):
        raise NotAllowed(_MAY_NOT)
    return found


def _check(user: User, handling: Handling) -> None:
    if not may_terminate(user, handling):
        raise NotAllowed(_MAY_NOT)


def _tell(handling: Handling, ending: Ending, user: User) -> None:
    ground = label_of(EndingGround(ending.ground))
    paper = Termination(
        case_facts(handling),
        ground=ground,
        reason=ending.reason,
        terminated_on=today(),
        addressee=ending.told_to,
    )
    draft(paper, handling, officer=user)
    tell_applicant(handling.application, ENDING, _TOLD, key=f"ended:{handling.application.uid}", ground=ground)

"""The two early ends at intake (行政许可法 Art. 32 (1) and (2)): no licence needed, or not this agency's power.

Both are told in writing with the reason; the second names the agency to apply to, and both name the remedies.
"""

from uuid import UUID

from django.utils.translation import gettext as _

from applications.actions.clocks import rebuild_dues
from applications.actions.locking import locked_handling
from applications.actions.paperwork import case_facts, draft
from applications.actions.stepping import finish
from applications.documents.builders import NotCompetent, NotRequired
from applications.events import FoundNotRequired, IntakeRefused
from applications.models import Handling
from applications.rules import may_take_in
from hall.accounts.deeds import announce
from hall.accounts.models import User
from hall.clock import now
from hall.errors import Incomplete, NotAllowed


def find_not_required(uid: UUID, user: User, *, seen: int, reason: str) -> Handling:
    """Art. 32 (1): the matter needs no licence."""
    with locked_handling(uid, seen=seen) as handling:
        _check(user, handling, reason=reason)
        handling.application.find_not_required(at=now())
        _end(handling, user, reason)
        draft(NotRequired(case_facts(handling), reason=reason), handling, officer=user)
        announce(handling.application, FoundNotRequired(), by=user)
        return handling


def refuse(
    uid: UUID, user: User, *, seen: int, reason: str, competent_agency: str, competent_contact: str = ""
) -> Handling:
    """Art. 32 (2): outside this agency's power; the applicant is told which agency is competent."""
    with locked_handling(uid, seen=seen) as handling:
        _check(user, handling, reason=reason, competent_agency=competent_agency)
        handling.application.refuse(at=now())
        _end(handling, user, reason)
        paper = NotCompetent(
            case_facts(handling),
            reason=reason,
            competent_agency=competent_agency,
            competent_contact=competent_contact,
        )
        draft(paper, handling, officer=user)
        announce(handling.application, IntakeRefused(), by=user)
        return handling


def _check(user: User, handling: Handling, **told: str) -> None:
    if not may_take_in(user, handling):
        raise NotAllowed(_("只有承办部门的窗口受理人员可以作出不受理处理。"))
    missing = {name: [_("请填写。")] for name, text in told.items() if not text.strip()}
    if missing:
        raise Incomplete(_("不受理必须书面说明理由，并告知向哪个机关申请。"), fields=missing)


def _end(handling: Handling, user: User, reason: str) -> None:
    finish(handling, by=user, favourable=False, opinion=reason)
    handling.end(at=now())
    rebuild_dues(handling.application, handling)

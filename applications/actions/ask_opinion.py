"""Asking another department of either level for its opinion 征求意见: a question, chosen materials, days of its own.

行政许可法 Art. 45 does not name it among what stops the clock, so every period of the case runs on.
"""

from collections.abc import Collection
from uuid import UUID

from django.utils.translation import gettext as _

from applications.actions.errands import open_errand
from applications.actions.locking import locked_handling
from applications.actions.opinions import check_opinion
from applications.events import OpinionAsked
from applications.lifecycle import CaseState, HandlingState
from applications.models import Handling, OpinionRequest, Room
from applications.models.errand import Matter
from applications.queries.desk.materials import materials_seen
from applications.queries.desk.opening import package_from_below
from applications.queries.whereabouts import department_at
from applications.rules import may_examine
from hall.accounts.deeds import announce
from hall.accounts.models import Duty, User
from hall.catalogue.spec import Level
from hall.clock import now, today
from hall.errors import Invalid, NotAllowed, WrongState
from hall.workdays.arithmetic import Limit

MOST_DAYS = 30


def ask_opinion(
    uid: UUID,
    user: User,
    *,
    seen: int,
    level: Level,
    kind: str,
    question: str,
    days: int,
    materials: Collection[str] = (),
) -> OpinionRequest:
    """Ask the department of ``kind`` at ``level``; ``materials`` are keys of the item's list that it may see."""
    with locked_handling(uid, seen=seen) as handling:
        _check(user, handling, question, days)
        department = department_at(handling.application, level, kind)
        if department.pk == handling.department_id:
            problem = _("不能征求本部门的意见。")
            raise Invalid(problem, fields={"department": [problem]})
        asked = OpinionRequest.objects.create(
            application=handling.application,
            handling=handling,
            department=department,
            question=question,
            materials=_chosen(handling, materials),
            days=days,
            asked_by_uid=user.uid,
            asked_by_name=user.name,
            asked_at=now(),
        )
        handling.application.enter(Room.OPINION)
        limit = Limit(days, "working")
        open_errand(
            handling,
            Duty.EXAMINER,
            Matter.GIVE_OPINION,
            asked.uid,
            since=today(),
            limit=limit,
            department=department,
        )
        announce(handling.application, OpinionAsked(handling=handling.uid, request=asked.uid), by=user)
        return asked


def _check(user: User, handling: Handling, question: str, days: int) -> None:
    if not may_examine(user, handling):
        raise NotAllowed(_("只有承办部门的审查人员可以征求其他部门的意见。"))
    examining = handling.state in (HandlingState.EXAMINING, HandlingState.DECIDING)
    if handling.application.state != CaseState.ACCEPTED or not examining:
        raise WrongState(_("只有正在审查的办件可以征求其他部门的意见。"))
    check_opinion(question)
    if not 1 <= days <= MOST_DAYS:
        problem = _("请填写1至%(most)d个工作日。") % {"most": MOST_DAYS}
        raise Invalid(problem, fields={"days": [problem]})


def _chosen(handling: Handling, keys: Collection[str]) -> list[dict[str, str]]:
    """Frozen as they are now: nothing that comes later is shown to whoever was asked."""
    if not keys:
        return []
    seen = materials_seen(handling, package_from_below(handling)).filter(replaced_at=None, key__in=keys)
    return [{"uid": str(one.uid), "name": one.name} for one in seen]

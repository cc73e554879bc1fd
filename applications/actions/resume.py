"""Ending a suspension with its result (行政许可法 Art. 45): the clock runs on from the day after."""

from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _

from applications.actions.clocks import rebuild_dues
from applications.actions.locking import locked_handling
from applications.events import Resumed
from applications.models import Suspension
from applications.rules import may_examine
from hall.accounts.deeds import announce
from hall.accounts.models import User
from hall.clock import today
from hall.errors import Incomplete, NotAllowed, NotFound


def resume(
    uid: UUID, user: User, *, seen: int, suspension: UUID, result: str, ended_on: date | None = None
) -> Suspension:
    """``ended_on`` is the day on which the result was there, not the day on which somebody wrote it down."""
    with locked_handling(uid, seen=seen) as handling:
        if not may_examine(user, handling):
            raise NotAllowed(_("只有承办部门的审查人员可以登记特别程序的结果。"))
        found = handling.suspensions.filter(
            uid=suspension, begun_on__isnull=False, ended_on=None, hearing=None
        ).first()
        if found is None or found.begun_on is None:
            raise NotFound(_("没有正在进行的这项特别程序。"))
        found.ended_on, found.result = ended_on or today(), result.strip()
        if len(found.result) < 2:
            raise Incomplete(_("请写明特别程序的结果。"), fields={"result": [_("请写明结果。")]})
        if not found.begun_on <= found.ended_on <= today():
            told = _("结束日期应在开始日期和今天之间。")
            raise Incomplete(told, fields={"ended_on": [told]})
        found.ended_by_uid, found.ended_by_name = user.uid, user.name
        found.save()
        rebuild_dues(handling.application, handling)
        fact = Resumed(suspension=found.uid, kind=found.kind, on=found.ended_on)
        announce(handling.application, fact, by=user)
        return found

"""Urging a joint part that is overdue 督促: its head is told, supervision hears of it, and the lead may go on.

行政许可法 Art. 26, 42: the lead's own period runs on whatever another department fails to do, so a late opinion
must not hold up the decision for ever.
"""

from uuid import UUID

from django.utils.translation import gettext as _

from applications.actions.errands import open_errand
from applications.actions.locking import locked_handling
from applications.actions.opinions import check_opinion
from applications.events import JointUrged, RuleBroken
from applications.models import OPEN, Handling, Role, Urging
from applications.models.errand import Matter
from applications.rules import may_examine, may_sign
from hall.accounts.deeds import announce
from hall.accounts.models import Duty, User
from hall.clock import today
from hall.errors import Incomplete, NotAllowed, WrongState


def urge(uid: UUID, user: User, *, seen: int, part: UUID, reason: str) -> Urging:
    """``part`` is the joint handling that is late; ``reason`` is read by its head and by the supervisor."""
    with locked_handling(uid, seen=seen) as handling:
        if not (handling.is_lead and (may_examine(user, handling) or may_sign(user, handling))):
            raise NotAllowed(_("只有牵头部门的审查、签发人员可以督促联办部门。"))
        late = _late_part(handling, part)
        check_opinion(reason)
        done = Urging.objects.create(
            handling=late, reason=reason, made_by_uid=user.uid, made_by_name=user.name
        )
        open_errand(late, Duty.HEAD, Matter.JOINT_OVERDUE, late.uid, since=today())
        announce(handling.application, JointUrged(handling=late.uid), by=user)
        announce(handling.application, RuleBroken("R06", late.uid, late.statutory_due), by=user)
        return done


def _late_part(handling: Handling, uid: UUID) -> Handling:
    parts = handling.application.handlings.select_related("department__hall", "hall").filter(role=Role.JOINT)
    late = parts.filter(uid=uid, state__in=OPEN, urging=None).first()
    if not handling.is_open or late is None:
        raise WrongState(_("这个联办部门已经提出意见，或者已经督促过。"))
    if late.statutory_due is None or today() <= late.statutory_due:
        told = [_("还没有超过期限，不能督促。")]
        raise Incomplete(_("联办部门还没有超过期限。"), fields={"part": told})
    late.application = handling.application
    return late

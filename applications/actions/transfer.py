"""Transfer 移送: before the decision the case is found to belong to another agency that offers the same item.

Its number, its file and the promise stay as they are. The right agency's own period runs from the day on which it
receives the case: that of intake (行政许可法 Art. 32) where nobody had accepted it, else that of Art. 42, 43.
"""

from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from applications.actions.charging import charge, withdraw_unpaid
from applications.actions.clocks import rebuild_dues
from applications.actions.joint import open_parts
from applications.actions.locking import locked_handling
from applications.actions.opening import open_first
from applications.actions.opinions import check_opinion
from applications.actions.stepping import finish
from applications.actions.telling import MOVED, tell_applicant
from applications.actions.winding_up import end_parts, wind_up
from applications.events import Transferred
from applications.lifecycle import CaseState
from applications.models import Application, Handling, Room, Transfer
from applications.rules import may_transfer
from hall.accounts.deeds import announce
from hall.accounts.models import User
from hall.catalogue.models import Offering
from hall.clock import now, today
from hall.errors import Invalid, NotAllowed, WrongState
from hall.organisations.remembered import hall_by_id

# What the file says of the departments that joined the wrong lead.
LEFT = "办件已移送其他机关办理，本部门不再联办。"
# Why the order of the wrong agency is owed no more: the right one collects in its own name.
NOT_THEIRS = "办件已移送其他机关，由受移送的机关收取"
_TOLD = gettext_lazy(
    "您的“%(item)s”办件%(number)s已由%(before)s移送%(after)s办理。理由：%(reason)s。"
    "办件编号、已提交的材料和承诺期限不变，您不需要重新申请。"
)


def transfer(uid: UUID, user: User, *, seen: int, to: str, reason: str) -> Transfer:
    """``to`` is the code of the hall in which the right agency sits; ``reason`` is told to the applicant."""
    with locked_handling(uid, seen=seen) as handling:
        if not may_transfer(user, handling):
            raise NotAllowed(_("受理前由窗口受理人员移送，受理后由本部门负责人移送。"))
        _check(handling)
        check_opinion(reason)
        application, right = handling.application, _right_agency(handling, to)
        finish(handling, by=user, favourable=None, opinion=reason)
        handling.transfer(at=now())
        wind_up(handling, by=user)
        application.enter(Room.TRANSFER)
        rebuild_dues(application, handling)
        done = _move(handling, right, user, reason)
        _tell(done)
        withdraw_unpaid(application, NOT_THEIRS)
        announce(application, Transferred(handling=handling.uid, to=done.after.uid), by=user)
        _join_again(handling, done.after, user)
        charge(done.after, by=user)
        return done


def _check(handling: Handling) -> None:
    if handling.application.state not in (CaseState.RECEIVED, CaseState.ACCEPTED) or not handling.is_open:
        raise WrongState(_("只有待受理或者正在审查的办件可以移送。"))
    if not handling.is_lead or handling.is_upper:
        raise WrongState(_("转报上级和联办的部分不能移送。"))


def _right_agency(handling: Handling, to: str) -> Offering:
    """Who else offers this item; raises Invalid for the agency itself and for one that does not."""
    application = handling.application
    offered = Offering.objects.select_related("department__hall", "hall", "version", "item")
    found = offered.filter(item=application.offering.item_id, withdrawn_on=None, hall__code=to).first()
    if found is None or found.department_id == handling.department_id:
        problem = _("请选择另一个实施这个事项的机关。")
        raise Invalid(problem, fields={"to": [problem]})
    return found


def _move(handling: Handling, right: Offering, user: User, reason: str) -> Transfer:
    application = handling.application
    application.offering, application.hall = right, hall_by_id(right.hall_id)
    if not application.hall.is_city:
        application.division_code = application.hall.code
    after = open_first(application, accepted=application.state == CaseState.ACCEPTED)
    done = Transfer.objects.create(
        application=application,
        before=handling,
        after=after,
        reason=reason,
        moved_by_uid=user.uid,
        moved_by_name=user.name,
        moved_at=now(),
    )
    # T1 runs from this receipt, which is a row only now.
    rebuild_dues(application, after)
    return done


def _tell(done: Transfer) -> None:
    words = {"before": done.before.department.name, "after": done.after.department.name, "reason": done.reason}
    application = done.application
    tell_applicant(application, MOVED, _TOLD, key=f"transferred:{done.uid}", number=application.case_no, **words)


def _join_again(before: Handling, after: Handling, user: User) -> None:
    """Departments of the wrong district leave with it; those of the right one begin."""
    application = after.application
    if application.state != CaseState.ACCEPTED or not application.spec.joint:
        return
    if before.hall_id != after.hall_id:
        end_parts(after, by=user, why=LEFT)
    open_parts(after, on=today(), by=user)


__all__ = ["Application", "transfer"]

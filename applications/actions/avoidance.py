"""Keeping out of a case 回避: declared by the officer, ordered by head or supervisor, asked for by the applicant.

Whoever keeps out does no further deed in this handling. An opinion that was theirs alone is given again by another.
"""

from uuid import UUID

from django.utils.translation import gettext as _

from applications.actions.clocks import rebuild_dues
from applications.actions.errands import close_errands, open_errand
from applications.actions.locking import locked, locked_handling
from applications.actions.opinions import check_opinion
from applications.actions.stepping import go_back
from applications.events import AvoidanceAnswered, AvoidanceAsked, AvoidanceOrdered, ConflictDeclared
from applications.lifecycle import HandlingState
from applications.models import Application, Avoidance, AvoidanceState, Handling, Matter, Origin, Room
from applications.queries.officers import workers_of
from applications.queries.open_part import open_part
from applications.rules import may_declare_conflict, may_head, may_order_avoidance, owns
from hall.accounts.deeds import announce
from hall.accounts.models import Duty, User
from hall.clock import now, today
from hall.errors import Incomplete, Invalid, NotAllowed, NotFound, WrongState
from hall.workdays.arithmetic import Limit

# The head answers at once: the case does not move on before.
ANSWER = Limit(3, "working")


def declare_conflict(uid: UUID, user: User, *, seen: int, reason: str) -> Avoidance:
    """The officer says that they have an interest in the case; another takes it."""
    with locked_handling(uid, seen=seen) as handling:
        if not may_declare_conflict(user, handling):
            raise NotAllowed(_("只有办理本办件的人员可以声明回避。"))
        _check_open(handling)
        _check_reason(reason)
        avoidance = _stands(handling, Origin.DECLARED, user, reason, by=user)
        announce(handling.application, ConflictDeclared(handling=handling.uid), by=user)
        return avoidance


def order_avoidance(uid: UUID, user: User, *, seen: int, officer: UUID, reason: str) -> Avoidance:
    """The head or the supervisor takes an officer off the case, with a reason."""
    with locked_handling(uid, seen=seen) as handling:
        if not may_order_avoidance(user, handling):
            raise NotAllowed(_("只有机关负责人或者监督人员可以决定办理人员回避。"))
        _check_open(handling)
        _check_reason(reason)
        avoidance = _stands(handling, Origin.ORDERED, _officer(handling, officer), reason, by=user)
        announce(handling.application, AvoidanceOrdered(handling=handling.uid), by=user)
        return avoidance


def ask_avoidance(uid: UUID, user: User, *, seen: int, officer_name: str, reason: str) -> Avoidance:
    """The applicant asks that somebody keep out, and the head of the agency decides."""
    with locked(uid, seen=seen) as application:
        if not owns(user, application):
            raise NotFound(_("没有找到这个办件。"))
        handling = _part_of(application)
        if not officer_name.strip():
            raise Incomplete(_("请写明申请谁回避。"), fields={"officer_name": [_("请填写。")]})
        _check_reason(reason)
        if handling.avoidances.filter(state=AvoidanceState.PENDING).exists():
            raise WrongState(_("您的回避申请正在等待决定，请等答复后再提出新的申请。"))
        avoidance = Avoidance.objects.create(
            handling=handling,
            origin=Origin.ASKED,
            state=AvoidanceState.PENDING,
            officer_name=officer_name.strip(),
            reason=reason.strip(),
        )
        application.enter(Room.CONFLICT)
        open_errand(handling, Duty.HEAD, Matter.DECIDE_AVOIDANCE, avoidance.uid, since=today(), limit=ANSWER)
        announce(application, AvoidanceAsked(handling=handling.uid), by=user)
        return avoidance


def answer_avoidance(
    uid: UUID, user: User, *, seen: int, upheld: bool, reason: str, officer: UUID | None = None
) -> Avoidance:
    """The head decides on what the applicant asked; nobody decides about themselves."""
    with locked_handling(uid, seen=seen) as handling:
        if not may_head(user, handling):
            raise NotAllowed(_("只有机关负责人可以决定回避申请。"))
        avoidance = handling.avoidances.filter(state=AvoidanceState.PENDING).first()
        if avoidance is None:
            raise WrongState(_("没有等待决定的回避申请。"))
        _check_reason(reason)
        _answer(handling, avoidance, user, _meant(handling, officer, user) if upheld else None, reason)
        close_errands(avoidance.uid, by=user)
        announce(handling.application, AvoidanceAnswered(handling=handling.uid, upheld=upheld), by=user)
        return avoidance


def _answer(handling: Handling, avoidance: Avoidance, user: User, officer: User | None, reason: str) -> None:
    avoidance.answer = reason.strip()
    avoidance.decided_by_uid, avoidance.decided_by_name, avoidance.decided_at = user.uid, user.name, now()
    avoidance.state = AvoidanceState.STANDS if officer else AvoidanceState.REFUSED
    if officer:
        avoidance.officer_uid, avoidance.officer_name = officer.uid, officer.name
        _keep_out(handling, officer, by=user)
    avoidance.save()


def _stands(handling: Handling, origin: Origin, officer: User, reason: str, *, by: User) -> Avoidance:
    avoidance = Avoidance.objects.create(
        handling=handling,
        origin=origin,
        state=AvoidanceState.STANDS,
        officer_uid=officer.uid,
        officer_name=officer.name,
        reason=reason.strip(),
        decided_by_uid=by.uid,
        decided_by_name=by.name,
        decided_at=now(),
    )
    handling.application.enter(Room.CONFLICT)
    _keep_out(handling, officer, by=by)
    return avoidance


def _keep_out(handling: Handling, officer: User, *, by: User) -> None:
    handling.kept_out = [*handling.kept_out, officer.uid]
    last = handling.steps.filter(kind="review").exclude(ended_at=None).order_by("-id").first()
    waiting = handling.step_kind in ("decide", "report_up")
    if waiting and last and last.done_by_uid == officer.uid:
        # What rests on this officer's opinion is examined again by somebody else.
        go_back(handling, "review", by=by, opinion="审查人员回避，由其他人员重新审查。")
        if handling.state == HandlingState.DECIDING:
            handling.send_back()
    rebuild_dues(handling.application, handling)


def _check_open(handling: Handling) -> None:
    if not handling.is_open:
        raise WrongState(_("本机关对本办件的办理已经结束。"))


def _check_reason(reason: str) -> None:
    try:
        check_opinion(reason)
    except Incomplete as bare:
        raise Incomplete(bare.message, fields={"reason": bare.fields["opinion"]}) from bare


def _officer(handling: Handling, uid: UUID | None) -> User:
    found = workers_of(handling).filter(uid=uid).first() if uid else None
    if found is None:
        told = _("请选择本部门还没有回避的人员。")
        raise Invalid(told, fields={"officer": [told]})
    return found


def _meant(handling: Handling, uid: UUID | None, user: User) -> User:
    officer = _officer(handling, uid)
    if officer.pk == user.pk:
        told = _("本人的回避不能由本人决定，请由监督人员决定。")
        raise Invalid(told, fields={"officer": [told]})
    return officer


def _part_of(application: Application) -> Handling:
    handling = open_part(application)
    if handling is None:
        raise WrongState(_("本办件现在没有人员在办理，不能申请回避。"))
    return handling

"""A supervision order 督办 and its answer (行政许可法 Art. 60, 72; §7.4, D-27): written both ways, dated."""

from uuid import UUID

from django.utils.translation import gettext as _

from applications import deadlines
from applications.actions.clocks import rebuild_dues
from applications.actions.errands import close_errands, open_errand
from applications.actions.locking import locked_handling
from applications.actions.paperwork import case_facts, draft
from applications.documents.builders import OrderKind, Supervision
from applications.events import Supervised, SupervisionAnswered
from applications.models import Handling, Room, SupervisionOrder
from applications.models.errand import Matter
from applications.rules import may_answer_supervision, may_supervise
from hall.accounts.deeds import announce
from hall.accounts.models import Duty, User
from hall.clock import now, today
from hall.errors import Incomplete, NotAllowed, WrongState
from hall.workdays.arithmetic import Limit
from hall.workdays.calendars import calendar_for

MOST_DAYS = 60


def supervise(
    uid: UUID, user: User, *, seen: int, kind: OrderKind, found: str, requirement: str, days: int
) -> SupervisionOrder:
    """Tell the agency in writing what was found and by when it must answer (working days)."""
    with locked_handling(uid, seen=seen) as handling:
        if not may_supervise(user, handling):
            raise NotAllowed(_("只有监督人员可以督办。"))
        _check(found=found, requirement=requirement)
        if not 1 <= days <= MOST_DAYS:
            raise Incomplete(_("请填写答复期限。"), fields={"days": [_("请填写 1 至 60 个工作日。")]})
        limit = Limit(days, "working")
        due = deadlines.period_of(today(), limit, calendar_for(handling.hall.code)).due
        order = SupervisionOrder.objects.create(
            application=handling.application,
            handling=handling,
            kind=kind,
            found=found,
            requirement=requirement,
            days=days,
            due=due,
            made_by_uid=user.uid,
            made_by_name=user.name,
        )
        handling.application.enter(Room.SUPERVISION)
        open_errand(handling, Duty.HEAD, Matter.ANSWER_SUPERVISION, order.uid, since=today(), limit=limit)
        rebuild_dues(handling.application, handling)
        draft(_paper(handling, order), handling, officer=user)
        announce(handling.application, Supervised(order=order.uid), by=user)
        return order


def answer_supervision(uid: UUID, user: User, *, seen: int, answer: str) -> SupervisionOrder:
    """The agency's written answer to the oldest order that waits for one."""
    with locked_handling(uid, seen=seen) as handling:
        if not may_answer_supervision(user, handling):
            raise NotAllowed(_("只有承办部门的负责人可以答复督办。"))
        waiting = handling.supervision_orders.filter(answered_at=None).first()
        if waiting is None:
            raise WrongState(_("没有等待答复的督办。"))
        _check(answer=answer)
        waiting.answer, waiting.answered_at = answer, now()
        waiting.answered_by_uid, waiting.answered_by_name = user.uid, user.name
        waiting.save()
        close_errands(waiting.uid, by=user)
        rebuild_dues(handling.application, handling)
        announce(handling.application, SupervisionAnswered(order=waiting.uid), by=user)
        return waiting


def _check(**told: str) -> None:
    short = {name: [_("请写明具体内容（至少4个字）。")] for name, text in told.items() if len(text.strip()) < 4}
    if short:
        raise Incomplete(_("请写明具体内容。"), fields=short)


def _paper(handling: Handling, order: SupervisionOrder) -> Supervision:
    return Supervision(
        case_facts(handling),
        manner=OrderKind(order.kind),
        addressee=handling.department.name,
        found=order.found,
        requirement=order.requirement,
        answer_by=order.due,
        supervisor=order.made_by_name,
    )

"""Widening a told list (行政许可法 Art. 32 (4), 72 (4)): asked by the window, let pass by a supervisor.

Asking and answering change no state and stop no clock; the notice that carries what was let pass is an R02.
"""

from collections.abc import Sequence
from uuid import UUID

from django.utils.translation import gettext as _

from applications.actions.errands import open_errand
from applications.actions.listing import Entry, listed, place_of
from applications.actions.locking import locked_handling
from applications.actions.opinions import check_opinion
from applications.actions.stepping import require_open
from applications.actions.widenings import answer_it
from applications.events import WideningAnswered, WideningAsked
from applications.lifecycle import CaseState
from applications.models import Application, Matter, Widening
from applications.queries.corrections import open_widening, pending_widening
from applications.rules import may_supervise, may_take_in
from hall.accounts.deeds import announce
from hall.accounts.models import Duty, User
from hall.clock import now
from hall.errors import NotAllowed, WrongState


def ask_widening(uid: UUID, user: User, *, seen: int, entries: Sequence[Entry], reason: str) -> Widening:
    """Lay new entries before the supervisor, with the reason why they were not told the first time."""
    with locked_handling(uid, seen=seen) as handling:
        if not may_take_in(user, handling):
            raise NotAllowed(_("只有承办部门的窗口受理人员可以申请增补补正要求。"))
        require_open(handling)
        application = handling.application
        _check_may_widen(application, entries)
        check_opinion(reason)
        frozen = listed(application, entries, told=("problem", "requirement"))
        widening = Widening.objects.create(
            application=application,
            handling=handling,
            entries=frozen,
            reason=reason,
            asked_by_uid=user.uid,
            asked_by_name=user.name,
            asked_at=now(),
        )
        open_errand(handling, Duty.SUPERVISOR, Matter.ALLOW_WIDENING, widening.uid)
        announce(application, WideningAsked(widening=widening.uid), by=user)
        return widening


def _check_may_widen(application: Application, entries: Sequence[Entry]) -> None:
    last = application.corrections.order_by("-round").first()
    if application.state != CaseState.RECEIVED or last is None:
        raise WrongState(_("本办件现在不能增补补正要求。"))
    if pending_widening(application):
        raise WrongState(_("已有增补的补正要求在审核中，或者已经同意尚未告知。"))
    if {place_of(entry) for entry in entries} & {place_of(entry) for entry in last.entries}:
        raise NotAllowed(_("上一次告知过的项目可以直接再次告知，不需要申请增补。"))


def answer_widening(uid: UUID, user: User, *, seen: int, allowed: bool, answer: str) -> Widening:
    """The supervisor lets the new entries pass or not, and says why in writing."""
    with locked_handling(uid, seen=seen) as handling:
        widening = open_widening(handling.application)
        if not may_supervise(user, handling):
            raise NotAllowed(_("只有监督人员可以审核增补的补正要求。"))
        if widening is None:
            raise WrongState(_("没有等待审核的增补补正要求。"))
        if widening.asked_by_uid == user.uid:
            raise NotAllowed(_("提出增补的人员不能自己审核。"))
        check_opinion(answer)
        answer_it(widening, user, allowed=allowed, answer=answer)
        announce(handling.application, WideningAnswered(widening=widening.uid, allowed=allowed), by=user)
        return widening

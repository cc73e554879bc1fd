"""Taking time out of the limits (行政许可法 Art. 45): proposed by an examiner, approved by a signer or the head.

The clock stops with the written notice (D-10) and not a day before: approval, notice and stop are one deed, and the
database refuses a stop without its notice. The list of kinds is closed; a visit, a consultation or a publication
stops nothing, unless the item names the law that says so.
"""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import override

from applications import clocks
from applications.actions.clocks import rebuild_dues
from applications.actions.errands import close_errands, open_errand
from applications.actions.locking import locked_handling
from applications.actions.paperwork import case_facts, draft
from applications.documents.builders import SuspensionNotice
from applications.events import Suspended, SuspensionDeclined, SuspensionProposed
from applications.models import Handling, Matter, Paper, Room, Suspension, SuspensionKind
from applications.rules import may_answer_suspension, may_propose
from hall.accounts.deeds import announce
from hall.accounts.models import Duty, User
from hall.catalogue.spec import ItemSpec, on_record
from hall.clock import now, today
from hall.errors import Incomplete, NotAllowed, NotFound
from hall.workdays.calendars import calendar_for

LAW = "《中华人民共和国行政许可法》第四十五条"
# Longer than a year is a slip of the finger.
MOST_DAYS = 366


@dataclass(frozen=True, slots=True)
class Procedure:
    """What may stop the clock of an item, under the name and the law that its papers give."""

    kind: SuspensionKind
    name: str
    basis: str
    days: int | None = None

    @property
    def key(self) -> str:
        return f"{self.kind}:{self.name}"


@override("zh-hans")
def procedures_of(spec: ItemSpec) -> list[Procedure]:
    """What the item announces first, then the other kinds of Art. 45; in Chinese, as papers keep them."""
    own = [
        Procedure(SuspensionKind(one.kind), on_record(one.name), on_record(one.basis) or LAW, one.days)
        for one in spec.special_procedures
        if one.stops_clock
    ]
    announced = {one.kind for one in own} | {SuspensionKind.OTHER}
    return own + [Procedure(kind, str(kind.label), LAW) for kind in SuspensionKind if kind not in announced]


def propose_suspension(
    uid: UUID, user: User, *, seen: int, procedure: str, reason: str, days: int, performer: str, fee_bearer: str
) -> Suspension:
    """Ask for a special procedure; ``procedure`` is the key of one that may stop this item's clock."""
    with locked_handling(uid, seen=seen) as handling:
        if not may_propose(user, handling):
            raise NotAllowed(_("只有承办部门的审查人员，在受理以后、决定以前，可以提请启动特别程序。"))
        application = handling.application
        found = next((one for one in procedures_of(application.spec) if one.key == procedure), None)
        if found is None:
            raise NotAllowed(_("这不是依法可以不计入期限的程序。现场踏勘、征求意见、公示不停止计算期限。"))
        _check(reason=reason, days=days, performer=performer, fee_bearer=fee_bearer)
        suspension = Suspension.objects.create(
            application=application,
            handling=handling,
            kind=found.kind,
            name=found.name,
            basis=found.basis,
            reason=reason.strip(),
            estimated_days=days,
            performer=performer.strip(),
            fee_bearer=fee_bearer.strip(),
            proposed_by_uid=user.uid,
            proposed_by_name=user.name,
        )
        application.enter(Room.SUSPENSION)
        open_errand(handling, Duty.SIGNER, Matter.ANSWER_SUSPENSION, suspension.uid)
        announce(application, SuspensionProposed(suspension=suspension.uid), by=user)
        return suspension


def _check(*, reason: str, days: int, performer: str, fee_bearer: str) -> None:
    told = {"reason": reason, "performer": performer, "fee_bearer": fee_bearer}
    missing = {name: [_("请填写。")] for name, text in told.items() if not text.strip()}
    if not 1 <= days <= MOST_DAYS:
        missing["days"] = [_("请填写1至%(most)d之间的工作日数。") % {"most": MOST_DAYS}]
    if missing:
        raise Incomplete(_("请写明由谁进行、需要多少个工作日、费用由谁承担和理由。"), fields=missing)


def answer_suspension(
    uid: UUID, user: User, *, seen: int, suspension: UUID, granted: bool, why: str = ""
) -> Suspension:
    """Approve, tell the applicant and stop the clock today, all in one; or decline, with the reason."""
    with locked_handling(uid, seen=seen) as handling:
        found = handling.suspensions.filter(uid=suspension, answered_at=None).first()
        if found is None:
            raise NotFound(_("没有等待审批的这项特别程序。"))
        if not may_answer_suspension(user, handling, found):
            raise NotAllowed(_("特别程序由本部门没有参与审查的签发人员或者机关负责人审批，提请的人不能审批。"))
        close_errands(found.uid, by=user)
        found.answered_by_uid, found.answered_by_name, found.answered_at = user.uid, user.name, now()
        if granted:
            _begin(handling, found, user)
        else:
            _decline(handling, found, user, why)
        return found


def _decline(handling: Handling, suspension: Suspension, user: User, why: str) -> None:
    if len(why.strip()) < 2:
        raise Incomplete(_("请写明不同意的理由。"), fields={"why": [_("请写明不同意的理由。")]})
    suspension.declined_why = why.strip()
    suspension.save()
    announce(handling.application, SuspensionDeclined(suspension=suspension.uid), by=user)


def _begin(handling: Handling, suspension: Suspension, user: User) -> None:
    suspension.begun_on = today()
    suspension.notice = _notice(handling, suspension, user)
    suspension.save()
    rebuild_dues(handling.application, handling)
    fact = Suspended(
        suspension=suspension.uid,
        kind=suspension.kind,
        on=suspension.begun_on,
        estimated_days=suspension.estimated_days,
        expected=_expected(handling, suspension),
    )
    announce(handling.application, fact, by=user)


def _notice(handling: Handling, suspension: Suspension, user: User) -> Paper:
    """D-10, with the limits as they were told before: what is taken out is added to them."""
    assert suspension.begun_on is not None
    paper = SuspensionNotice(
        case_facts(handling),
        name=suspension.name,
        basis=suspension.basis,
        reason=suspension.reason,
        begun_on=suspension.begun_on,
        estimated_days=suspension.estimated_days,
        expected_on=_expected(handling, suspension),
        performer=suspension.performer,
        fee_bearer=suspension.fee_bearer,
        approver=user.name,
    )
    return draft(paper, handling, officer=user)


def _expected(handling: Handling, suspension: Suspension) -> date:
    return clocks.pause_of(suspension).expected(calendar_for(handling.hall.code))

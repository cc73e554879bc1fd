"""Verifying a promise (国办发〔2020〕42号): by the deciding agency, within the item's days, true or false with facts.

A false one is remembered and put on record outside. While the case is undecided it cannot be granted any more; once
granted the applicant must mend it in time, or revocation is proposed. 重庆市优化营商环境条例 Art. 50.
"""

from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from applications import deadlines
from applications.actions.errands import close_errands, open_errand
from applications.actions.locking import locked_handling
from applications.actions.opinions import check_opinion
from applications.actions.paperwork import case_facts, draft
from applications.actions.promises import proposals_of, propose_revocation
from applications.documents.builders import RectifyOrder
from applications.events import (
    CreditRepaired,
    FalsePromise,
    PromiseRectified,
    PromiseVerified,
    RevocationDeclined,
)
from applications.lifecycle import CaseState
from applications.models import Application, Commitment, Handling
from applications.models.commitment import Measure, Verified
from applications.models.errand import Matter
from applications.queries.promises import commitments_of
from applications.rules import may_examine, may_head
from hall.accounts.deeds import announce
from hall.accounts.models import Duty, User
from hall.clock import now, today
from hall.errors import Incomplete, NotAllowed, WrongState
from hall.events import outbox
from hall.notifications.actions import notify
from hall.notifications.kinds import Kind
from hall.workdays.arithmetic import Limit
from hall.workdays.calendars import calendar_for

FALSE_PROMISE = Kind("applications.false_promise", gettext_lazy("承诺核查结果"))
MOST_RECTIFY_DAYS = 90
VERIFIABLE = (CaseState.ACCEPTED, CaseState.DECIDED, CaseState.DELIVERED, CaseState.CLOSED)


def verify_promise(
    uid: UUID,
    user: User,
    *,
    seen: int,
    commitment: UUID,
    kept: bool,
    facts: str,
    measure: str = "",
    rectify_days: int | None = None,
) -> Commitment:
    """Record what was found; ``measure`` and ``rectify_days`` are for a false promise of a granted case."""
    with locked_handling(uid, seen=seen) as handling:
        if not may_examine(user, handling):
            raise NotAllowed(_("只有承办部门的审查人员可以核查告知承诺。"))
        promise = _unverified(handling.application, commitment)
        check_opinion(facts)
        promise.result = Verified.TRUE if kept else Verified.FALSE
        promise.facts = facts
        promise.verified_at, promise.verified_by_uid, promise.verified_by_name = now(), user.uid, user.name
        close_errands(promise.uid, by=user)
        if not kept:
            return _found_false(handling, promise, user, measure, rectify_days)
        promise.save()
        announce(handling.application, PromiseVerified(commitment=promise.uid), by=user)
        return promise


def check_rectified(
    uid: UUID, user: User, *, seen: int, commitment: UUID, mended: bool, facts: str
) -> Commitment:
    """After the term: mended, or revocation is proposed to whoever holds the licence's file."""
    with locked_handling(uid, seen=seen) as handling:
        if not may_examine(user, handling):
            raise NotAllowed(_("只有承办部门的审查人员可以复查承诺整改。"))
        promise = _find(handling.application, commitment)
        if promise.measure != Measure.RECTIFY or promise.rectified_at:
            raise WrongState(_("这项承诺现在不需要复查。"))
        check_opinion(facts)
        promise.facts = f"{promise.facts}\n{facts}"
        promise.rectified_at = now() if mended else None
        promise.measure = Measure.RECTIFY if mended else Measure.REVOKE
        promise.save()
        close_errands(promise.uid, by=user)
        if not mended:
            propose_revocation(handling, promise)
        announce(handling.application, PromiseRectified(commitment=promise.uid, mended=mended), by=user)
        return promise


def decline_revocation(uid: UUID, user: User, *, seen: int, commitment: UUID, reason: str) -> Commitment:
    """The head finds that the licence stands (行政许可法 Art. 69: it *may* be revoked), and says why."""
    with locked_handling(uid, seen=seen) as handling:
        if not may_head(user, handling):
            raise NotAllowed(_("只有承办部门的机关负责人可以答复撤销的建议。"))
        promise = next((one for one in proposals_of(handling.application) if one.uid == commitment), None)
        if promise is None:
            raise WrongState(_("这项承诺现在没有待答复的撤销建议。"))
        check_opinion(reason)
        promise.facts = f"{promise.facts}\n{reason}"
        promise.save()
        close_errands(promise.uid, by=user)
        announce(handling.application, RevocationDeclined(commitment=promise.uid), by=user)
        return promise


def repair_credit(uid: UUID, user: User, *, seen: int, commitment: UUID, basis: str) -> Commitment:
    """The head of the agency takes note that the credit was repaired: the applicant may promise again."""
    with locked_handling(uid, seen=seen) as handling:
        if not may_head(user, handling):
            raise NotAllowed(_("只有承办部门的机关负责人可以确认信用修复。"))
        promise = _find(handling.application, commitment)
        if not promise.is_false or promise.repaired_at:
            raise WrongState(_("这项承诺没有需要修复的不实记录。"))
        check_opinion(basis)
        promise.repaired_at = now()
        promise.facts = f"{promise.facts}\n{basis}"
        promise.save()
        announce(handling.application, CreditRepaired(commitment=promise.uid), by=user)
        return promise


def _find(application: Application, uid: UUID) -> Commitment:
    found = next((one for one in commitments_of(application) if one.uid == uid), None)
    if found is None:
        raise NotAllowed(_("这项承诺不属于本办件。"))
    return found


def _unverified(application: Application, uid: UUID) -> Commitment:
    promise = _find(application, uid)
    if application.state not in VERIFIABLE:
        raise WrongState(_("受理以后才能核查承诺。"))
    if promise.result:
        raise WrongState(_("这项承诺已经核查过。"))
    return promise


def _found_false(
    handling: Handling, promise: Commitment, user: User, measure: str, rectify_days: int | None
) -> Commitment:
    application = handling.application
    granted = application.state != CaseState.ACCEPTED and application.decision.granted
    promise.measure = _measure(granted, measure)
    promise.broken_by_index = application.applicant_code_index
    if promise.measure == Measure.RECTIFY:
        _order(handling, promise, user, rectify_days)
    if promise.measure == Measure.REVOKE:
        propose_revocation(handling, promise)
    promise.save()
    # What is owed to the register outside is a letter: it leaves once, and only if this transaction stands.
    outbox.send("report_false_promise", key=f"false_promise:{promise.uid}", payload={"commitment": str(promise.uid)})
    _tell(application, promise)
    fact = FalsePromise(commitment=promise.uid, measure=promise.measure, granted=granted)
    announce(application, fact, by=user)
    return promise


def _measure(granted: bool, asked: str) -> Measure:
    """While undecided only one: it is not granted any more."""
    if not granted:
        return Measure.STOP
    if asked not in (Measure.RECTIFY, Measure.REVOKE):
        problem = _("请选择责令限期整改，或者提出撤销决定的建议。")
        raise Incomplete(problem, fields={"measure": [problem]})
    return Measure(asked)


def _order(handling: Handling, promise: Commitment, user: User, days: int | None) -> None:
    if days is None or not 1 <= days <= MOST_RECTIFY_DAYS:
        problem = _("请写明整改期限（1至%(most)d个工作日）。") % {"most": MOST_RECTIFY_DAYS}
        raise Incomplete(problem, fields={"rectify_days": [problem]})
    limit = Limit(days, "working")
    due = deadlines.period_of(today(), limit, calendar_for(handling.hall.code)).due
    promise.rectify_days, promise.rectify_due = days, due
    open_errand(handling, Duty.EXAMINER, Matter.CHECK_RECTIFIED, promise.uid, since=today(), limit=limit)
    told = promise.told
    order = RectifyOrder(
        case_facts(handling),
        material=promise.name,
        proves=told["proves"],
        found=promise.facts,
        consequence=told["consequence"],
        due=due,
    )
    draft(order, handling, officer=user)


def _tell(application: Application, promise: Commitment) -> None:
    text = "经核查，您就“{name}”作出的承诺不实，请打开办件查看认定的事实和处理。您享有陈述、申辩的权利。"
    notify(
        application.applicant,
        FALSE_PROMISE,
        text.format(name=promise.name),
        key=f"false_promise:{promise.uid}",
        hall=application.hall,
        route="apply:case",
        subject_uid=application.uid,
    )

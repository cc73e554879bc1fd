"""Refusals at intake (行政许可法 Art. 32 (1), (2), 78): told in writing, with the reason and the remedies.

No licence needed; not this agency's power, with the agency to apply to; told what is missing and not supplied, which
no law lets lapse by itself (domain.md §1.2 (c)); false materials, with a warning; an application while a bar runs.
"""

from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from applications.actions.bars import check_heard, set_bar, tell_bar
from applications.actions.clocks import rebuild_dues
from applications.actions.locking import locked_handling
from applications.actions.paperwork import case_facts, draft
from applications.actions.stepping import finish, require_open
from applications.actions.widenings import drop_widening
from applications.documents.builders import Ground, NotCompetent, NotRequired
from applications.events import FoundNotRequired, IntakeRefused
from applications.lifecycle import CaseState
from applications.models import BarKind, Correction, CorrectionResult, Handling
from applications.queries.bars import bar_against
from applications.queries.corrections import may_refuse_gaps
from applications.rules import may_take_in
from hall.accounts.deeds import announce
from hall.accounts.models import User
from hall.clock import now, today
from hall.errors import Incomplete, NotAllowed, WrongState


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
        if handling.application.state != CaseState.RECEIVED:
            raise WrongState(_("等待补正的办件现在不能作出这种处理。"))
        told = {"competent_agency": competent_agency, "competent_contact": competent_contact}
        return _refuse(handling, user, Ground.COMPETENCE, reason, **told)


def refuse_gaps(uid: UUID, user: User, *, seen: int, reason: str) -> Handling:
    """Told what is missing, the applicant supplied it not at all or in part: no case waits for ever."""
    with locked_handling(uid, seen=seen) as handling:
        _check(user, handling, reason=reason)
        last = handling.application.corrections.order_by("-round").first()
        if last is None:
            raise WrongState(_("没有告知过补正的办件，不能以没有补正为由不予受理。"))
        if last.supplied_at is None:
            _expire(last)
        elif not may_refuse_gaps(last):
            raise WrongState(_("申请人已经全部补正。仍有问题的，请先再次告知尚未补正的项目。"))
        gaps = tuple(entry["label"] for entry in last.unsupplied or last.entries)
        return _refuse(handling, user, Ground.GAPS, reason, gaps=gaps)


def refuse_false(uid: UUID, user: User, *, seen: int, reason: str, heard: str) -> Handling:
    """Art. 78: false materials. A warning, once the applicant was heard (Art. 7); for items of safety also a bar."""
    with locked_handling(uid, seen=seen) as handling:
        _check(user, handling, reason=reason)
        check_heard(heard)
        application = handling.application
        bar = set_bar(application, BarKind.FALSE_MATERIAL, by=user)
        until = bar.barred_until if bar else None
        refused = _refuse(handling, user, Ground.FALSE_MATERIAL, reason, heard=heard, barred_until=until)
        tell_bar(bar, application, by=user)
        return refused


def refuse_barred(uid: UUID, user: User, *, seen: int, reason: str) -> Handling:
    """Art. 78, 79: applied for again before the bar is over."""
    with locked_handling(uid, seen=seen) as handling:
        _check(user, handling, reason=reason)
        bar = bar_against(handling.application)
        if bar is None:
            raise WrongState(_("申请人现在没有受到再次申请的限制。"))
        return _refuse(
            handling, user, Ground.BARRED, reason, bar_basis=bar.basis, barred_until=bar.barred_until
        )


def _check(user: User, handling: Handling, **told: str) -> None:
    if not may_take_in(user, handling):
        raise NotAllowed(_("只有承办部门的窗口受理人员可以作出不受理处理。"))
    require_open(handling)
    missing = {name: [_("请填写。")] for name, text in told.items() if not text.strip()}
    if missing:
        raise Incomplete(_("不受理必须书面说明理由，并告知向哪个机关申请。"), fields=missing)


def _expire(correction: Correction) -> None:
    if today() <= correction.due:
        raise WrongState(_("申请人的补正期限还没有届满。"))
    correction.result = CorrectionResult.EXPIRED
    correction.save(update_fields=["result"])


def _refuse(handling: Handling, user: User, ground: Ground, reason: str, **told: Any) -> Handling:
    """The decision of refusal (D-04b) on its ground."""
    handling.application.refuse(at=now())
    _end(handling, user, reason)
    paper = NotCompetent(case_facts(handling), reason=reason, ground=ground, **told)
    draft(paper, handling, officer=user)
    announce(handling.application, IntakeRefused(ground=str(ground)), by=user)
    return handling


def _end(handling: Handling, user: User, reason: str) -> None:
    drop_widening(handling.application, by=user)
    finish(handling, by=user, favourable=False, opinion=reason)
    handling.end(at=now())
    rebuild_dues(handling.application, handling)

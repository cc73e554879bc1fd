"""Merging a duplicate: of two open cases for the same thing, the later one ends and points to the one that goes on.

Its materials may be taken over while the kept one is not accepted yet; afterwards nothing more may be asked or taken
(R03). Locks are taken from the later case to the earlier one, always, so that two merges never wait for each other.
"""

from collections.abc import Sequence
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from applications.actions.ending import check_told, end_case, label_of
from applications.actions.locking import locked, locked_handling
from applications.actions.materials import open_correction
from applications.actions.paperwork import case_facts, draft
from applications.actions.telling import ENDING, tell_applicant
from applications.documents.builders import Termination
from applications.events import DuplicateTaken, Terminated
from applications.lifecycle import UNDECIDED, CaseState
from applications.models import Application, Ending, EndingGround, Handling, Material
from applications.queries.duplicates import keepable
from applications.rules import may_merge
from hall.accounts.deeds import announce
from hall.accounts.models import User
from hall.clock import now, today
from hall.errors import Invalid, NotAllowed, WrongState

_TOLD = gettext_lazy("您的“%(item)s”申请与较早的办件重复，已并入办件%(kept)s继续办理。")


def merge(
    uid: UUID, user: User, *, seen: int, kept: UUID, reason: str, adopt: Sequence[str] = ()
) -> Ending:
    """End this case as a duplicate of ``kept``; ``adopt`` are the keys of the materials that go over."""
    with locked_handling(uid, seen=seen) as handling:
        if not may_merge(user, handling):
            raise NotAllowed(_("受理前由窗口受理人员、受理后由签发人员合并重复申请。"))
        check_told(reason=reason)
        if kept not in {one.uid for one in keepable(handling)}:
            raise Invalid(_("只能并入同一申请人较早提交、仍在办理的同一事项。"), fields={"kept": [_("请选择。")]})
        with locked(kept) as goes_on:
            if goes_on.state not in UNDECIDED:
                raise WrongState(_("要并入的办件刚刚办结，不能合并。"))
            adopted = _adopt(handling.application, goes_on, adopt)
            ending = _end(handling, goes_on, adopted, user, reason)
            announce(goes_on, DuplicateTaken(merged=handling.application.uid, materials=len(adopted)), by=user)
        announce(handling.application, Terminated(EndingGround.DUPLICATE.value, kept=kept), by=user)
        return ending


def _end(handling: Handling, kept: Application, adopted: list[Material], user: User, reason: str) -> Ending:
    application, names = handling.application, [one.name for one in adopted]
    application.terminate(at=now())
    ending = end_case(application, EndingGround.DUPLICATE, by=user, reason=reason, kept=kept, adopted=names)
    paper = Termination(
        case_facts(handling),
        ground=label_of(EndingGround.DUPLICATE),
        reason=reason,
        terminated_on=today(),
        kept_no=kept.case_no or "",
        adopted=tuple(names),
    )
    draft(paper, handling, officer=user)
    tell_applicant(application, ENDING, _TOLD, key=f"ended:{application.uid}", kept=kept.case_no or "")
    return ending


def _adopt(merged: Application, kept: Application, keys: Sequence[str]) -> list[Material]:
    """The same files become materials of the kept case; what they replace stays in its file."""
    if not keys:
        return []
    if kept.state not in (CaseState.RECEIVED, CaseState.CORRECTING):
        raise WrongState(_("要并入的办件已经受理，不能再转入材料。"))
    open_one = open_correction(kept)
    wanted = {one["key"] for one in open_one.entries} if open_one else {one.key for one in kept.spec.materials}
    current = {one.key: one for one in merged.materials.filter(replaced_at=None).order_by("id")}
    if unfit := [key for key in keys if key not in wanted or key not in current]:
        raise Invalid(_("有的材料不能转入。"), fields={"adopt": [_("不能转入：%(keys)s") % {"keys": "、".join(unfit)}]})
    round_ = open_one.round if open_one else kept.corrections.count()
    return [_take_over(kept, current[key], round_) for key in keys]


def _take_over(kept: Application, material: Material, round_: int) -> Material:
    kept.materials.filter(key=material.key, replaced_at=None, round=round_).update(replaced_at=now())
    return Material.objects.create(
        application=kept, key=material.key, name=material.name, file=material.file, round=round_
    )

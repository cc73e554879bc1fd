"""The authority acts on a licence of its own: suspends and restores it, withdraws it (行政许可法 Art. 8), revokes it
(Art. 69), strikes it off (Art. 70). Each names its ground, hears the holder where it takes something away, and tells
in writing with the remedies; the register follows by the announced fact.
"""

from collections.abc import Callable
from datetime import date
from typing import Any
from uuid import UUID

from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, override

from applications.actions.bars import bar_for_fraud
from applications.actions.cancelling import CancellationGround, await_striking_off, check_ground, struck_off
from applications.actions.licence_entries import enter, standing
from applications.actions.licence_locking import locked_licence
from applications.actions.paperwork import case_facts, draft
from applications.actions.promises import end_proposals
from applications.actions.telling import LICENCE, tell_applicant
from applications.documents.builders import Cancellation, LicenceEnd, LicenceWithdrawal, Revocation
from applications.models import EntryKind, Handling, Licence
from applications.queries.granting_part import granting_part
from applications.rules import may_suspend_licence, may_take_licence
from hall.accounts.models import User
from hall.clock import today
from hall.errors import Incomplete, NotAllowed


class WithdrawalGround(models.TextChoices):
    """Art. 8: only for the public interest, when what it rested on has changed."""

    LAW_CHANGED = "law_changed", gettext_lazy("行政许可所依据的法律、法规、规章修改或者废止")
    CIRCUMSTANCES = "circumstances", gettext_lazy("准予行政许可所依据的客观情况发生重大变化")


class RevocationGround(models.TextChoices):
    """Art. 69: the first five may be revoked, a licence got by deceit must be."""

    ABUSE = "abuse", gettext_lazy("滥用职权、玩忽职守作出准予行政许可决定")
    BEYOND_POWER = "beyond_power", gettext_lazy("超越法定职权作出准予行政许可决定")
    PROCEDURE = "procedure", gettext_lazy("违反法定程序作出准予行政许可决定")
    UNQUALIFIED = "unqualified", gettext_lazy("对不具备申请资格或者不符合法定条件的申请人准予行政许可")
    OTHER = "other", gettext_lazy("依法可以撤销行政许可的其他情形")
    FRAUD = "fraud", gettext_lazy("被许可人以欺骗、贿赂等不正当手段取得行政许可")


_TOLD = gettext_lazy("您持有的《%(name)s》（%(number)s）：%(what)s。")


def suspend_licence(uid: UUID, user: User, *, seen: int, reason: str) -> Licence:
    return _move(uid, user, seen, may_suspend_licence, EntryKind.SUSPENDED, lambda one: one.suspend(), reason)


def resume_licence(uid: UUID, user: User, *, seen: int, reason: str) -> Licence:
    return _move(uid, user, seen, may_suspend_licence, EntryKind.RESUMED, lambda one: one.resume(), reason)


def withdraw_licence(
    uid: UUID, user: User, *, seen: int, ground: WithdrawalGround, reason: str, heard: str, compensation: str
) -> Licence:
    """Art. 8: what the holder loses by it is made good; the paper says how."""
    _check_said(heard=heard, compensation=compensation)

    def paper(licence: Licence, handling: Handling) -> LicenceEnd:
        told = _end_of(licence, str(ground.label), reason)
        return LicenceWithdrawal(case_facts(handling), heard=heard, compensation=compensation, **told)

    return _move(
        uid, user, seen, may_take_licence, EntryKind.WITHDRAWN, lambda one: one.withdraw(), reason, ground, paper
    )


def revoke_licence(
    uid: UUID, user: User, *, seen: int, ground: RevocationGround, reason: str, heard: str, compensation: str = ""
) -> Licence:
    """Art. 69: the agency's fault is compensated, a licence got by deceit is not, and may bar for three years."""
    fraud = ground == RevocationGround.FRAUD
    _check_said(heard=heard, **({} if fraud else {"compensation": compensation}))
    bars: list[date] = []

    def paper(licence: Licence, handling: Handling) -> LicenceEnd:
        bar = bar_for_fraud(licence.application, by=user) if fraud else None
        bars.extend([bar.barred_until] if bar else [])
        told = _end_of(licence, str(ground.label), reason)
        return Revocation(
            case_facts(handling),
            heard=heard,
            compensation="" if fraud else compensation,
            barred_until=bars[0] if bars else None,
            **told,
        )

    return _move(
        uid, user, seen, may_take_licence, EntryKind.REVOKED, lambda one: one.revoke(), reason, ground, paper
    )


def cancel_licence(
    uid: UUID, user: User, *, seen: int, ground: CancellationGround, reason: str, basis: str = ""
) -> Licence:
    """Art. 70: a licence that has ended, or whose holder is no more, is struck off; ``basis`` names what proves it."""
    whole = f"{reason.strip()}依据：{basis.strip()}。" if basis.strip() else reason

    def paper(licence: Licence, handling: Handling) -> LicenceEnd:
        return Cancellation(case_facts(handling), **_end_of(licence, str(ground.label), whole))

    def strike_off(licence: Licence) -> None:
        check_ground(licence, ground, basis)
        licence.cancel()
        struck_off(licence, by=user)

    return _move(uid, user, seen, may_suspend_licence, EntryKind.CANCELLED, strike_off, whole, ground, paper)


def _move(
    uid: UUID,
    user: User,
    seen: int,
    may: Callable[[User, Licence], bool],
    kind: EntryKind,
    move: Callable[[Licence], None],
    reason: str,
    ground: str = "",
    paper: Callable[[Licence, Handling], LicenceEnd] | None = None,
) -> Licence:
    with locked_licence(uid, seen=seen) as licence:
        if not may(user, licence):
            raise NotAllowed(_("只有颁发机关的签发人员可以暂停、恢复和注销，机关负责人可以撤回和撤销。"))
        _check_said(reason=reason)
        before = standing(licence)
        move(licence)
        if kind == EntryKind.REVOKED:
            end_proposals(licence.application, by=user)
        with override("zh-hans"):
            if paper:
                handling = granting_part(licence)
                draft(paper(licence, handling), handling, officer=user)
            words = {"name": licence.name, "number": licence.number, "what": str(kind.label)}
            tell_applicant(
                licence.application, LICENCE, _TOLD, key=f"licence:{licence.uid}:{licence.version}", **words
            )
        if kind in (EntryKind.WITHDRAWN, EntryKind.REVOKED):
            await_striking_off(licence)
        enter(licence, kind, before, by=user, ground=str(ground), reason=reason)
        return licence


def _end_of(licence: Licence, ground: str, reason: str) -> dict[str, Any]:
    return {
        "licence_name": licence.name,
        "licence_no": licence.number,
        "ground": ground,
        "reason": reason,
        "effective_on": today(),
    }


def _check_said(**told: str) -> None:
    short = {name: [_("请写明具体内容（至少4个字）。")] for name, text in told.items() if len(text.strip()) < 4}
    if short:
        raise Incomplete(_("请写明理由和听取陈述申辩的情况。"), fields=short)

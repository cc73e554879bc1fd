"""Deciding (行政许可法 Art. 37, 38): exactly one decision a case, by a signer who did not examine it.

A grant says what is allowed and for how long; a denial says why, on which law, and which remedies there are (Art. 7).
"""

from collections.abc import Sequence
from dataclasses import replace
from uuid import UUID

from django.utils.translation import gettext as _

from applications.actions.bars import BASIS, check_heard, set_bar, tell_bar
from applications.actions.decision_words import check_words
from applications.actions.granting import check_content, finish_decision, record_decision, settle_grant
from applications.actions.locking import locked_handling
from applications.actions.opinions import check_opinion
from applications.actions.stepping import advance, require
from applications.documents.builders import Denial
from applications.models import BarKind, Decision, DecisionDraft, Handling, Words
from applications.queries.decision_draft import drafted
from applications.queries.decision_paper import paper_of
from applications.queries.hindrances import hindrances
from applications.rules import may_sign
from hall.accounts.models import User
from hall.errors import Incomplete, NotAllowed, WrongState


def grant(uid: UUID, user: User, *, seen: int, content: str = "", opinion: str = "") -> Decision:
    """Grant what was applied for: what the draft says, or ``content`` where nobody drafted a decision."""
    with locked_handling(uid, seen=seen) as handling:
        _check(user, handling, granting=True)
        draft_of = _draft_to_sign(handling, user, granted=True, written=content)
        content = draft_of.content if draft_of else content
        check_content(content)
        check_opinion(opinion or content)
        return settle_grant(handling, content=content, by=user, opinion=opinion, draft_of=draft_of)


def deny(
    uid: UUID,
    user: User,
    *,
    seen: int,
    reasons: str = "",
    legal_basis: Sequence[str] = (),
    technical_standard: str = "",
    falsified: bool = False,
    heard: str = "",
) -> Decision:
    """Deny in writing, with reasons and the law they rest on; remedies are on the paper.

    ``falsified``: on account of false materials (Art. 78), with a warning once the applicant was ``heard`` and, for
    an item of safety, a bar.
    """
    with locked_handling(uid, seen=seen) as handling:
        _check(user, handling, granting=False)
        draft_of = _draft_to_sign(handling, user, granted=False, written=reasons)
        direct = Words(
            granted=False, reasons=reasons, legal_basis=legal_basis, technical_standard=technical_standard
        )
        words = draft_of.words if draft_of else direct
        if falsified:
            check_heard(heard)
            words = replace(words, legal_basis=[*words.legal_basis, BASIS[BarKind.FALSE_MATERIAL]])
        check_words(words, technical=handling.application.spec.technical_inspection)
        bar = set_bar(handling.application, BarKind.FALSE_MATERIAL, by=user) if falsified else None
        decision = record_decision(handling, user, words)
        # A denial gives no certificate to make: only the decision is served.
        advance(handling, by=user, favourable=False, opinion=words.reasons, past=["issue"])
        told = paper_of(handling, decision)
        if isinstance(told, Denial) and falsified:
            told = replace(told, warned=True, heard=heard, barred_until=bar.barred_until if bar else None)
        finish_decision(handling, decision, told, user)
        tell_bar(bar, handling.application, by=user)
        return decision


def _check(user: User, handling: Handling, *, granting: bool) -> None:
    if not may_sign(user, handling):
        raise NotAllowed(_("只有承办部门的签发人员，且没有参与本办件审查的，可以作出决定。"))
    require(handling, "decide")
    if owed := list(hindrances(handling, granting=granting)):
        raise Incomplete(_("现在还不能作出决定：%(owed)s") % {"owed": _("；").join(owed)})


def _draft_to_sign(handling: Handling, user: User, *, granted: bool, written: str) -> DecisionDraft | None:
    """The draft, where there is one: then nothing else is signed, and not by the person who proposed it."""
    found = drafted(handling)
    if found is None:
        return None
    if found.granted is not granted or written.strip():
        raise WrongState(_("本办件已经有决定书草稿，只能按草稿签发；需要不同的内容，请先修改草稿。"))
    if found.proposed_by_uid == user.uid:
        raise NotAllowed(_("决定书草稿是您在审查时提出的，请由本部门其他签发人员签发。"))
    return found

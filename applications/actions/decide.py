"""Deciding (行政许可法 Art. 37, 38): exactly one decision a case, by a signer who did not examine it.

A grant says what is allowed and for how long; a denial says why, on which law, and which remedies there are (Art. 7).
"""

from collections.abc import Sequence
from uuid import UUID

from django.utils.translation import gettext as _

from applications.actions.bars import BASIS, check_heard, set_bar, tell_bar
from applications.actions.granting import accepted_on, check_content, finish_decision, record_decision, settle_grant
from applications.actions.locking import locked_handling
from applications.actions.opinions import check_opinion
from applications.actions.paperwork import case_facts
from applications.actions.stepping import advance, require
from applications.documents.builders import Denial
from applications.models import BarKind, Decision, Handling
from applications.queries.hindrances import hindrances
from applications.rules import may_sign
from hall.accounts.models import User
from hall.errors import Incomplete, NotAllowed


def grant(uid: UUID, user: User, *, seen: int, content: str, opinion: str = "") -> Decision:
    """Grant what was applied for; ``content`` is what the decision allows."""
    with locked_handling(uid, seen=seen) as handling:
        _check(user, handling, granting=True)
        check_content(content)
        check_opinion(opinion or content)
        return settle_grant(handling, content=content, by=user, opinion=opinion)


def deny(
    uid: UUID,
    user: User,
    *,
    seen: int,
    reasons: str,
    legal_basis: Sequence[str],
    falsified: bool = False,
    heard: str = "",
) -> Decision:
    """Deny in writing, with reasons and the law they rest on; remedies are on the paper.

    ``falsified``: on account of false materials (Art. 78), with a warning once the applicant was ``heard`` and, for
    an item of safety, a bar.
    """
    with locked_handling(uid, seen=seen) as handling:
        _check(user, handling, granting=False)
        check_opinion(reasons)
        basis = [text for text in legal_basis if text.strip()]
        if falsified:
            check_heard(heard)
            basis.append(BASIS[BarKind.FALSE_MATERIAL])
        if not basis:
            raise Incomplete(_("请写明法律依据。"), fields={"legal_basis": [_("请写明法律依据。")]})
        bar = set_bar(handling.application, BarKind.FALSE_MATERIAL, by=user) if falsified else None
        decision = record_decision(handling, user, granted=False, reasons=reasons, legal_basis=basis)
        # A denial gives no certificate to make: only the decision is served.
        advance(handling, by=user, favourable=False, opinion=reasons, past=["issue"])
        paper = Denial(
            case_facts(handling),
            accepted_on=accepted_on(handling),
            found=reasons,
            reasons=(reasons,),
            legal_basis=tuple(basis),
            warned=falsified,
            heard=heard if falsified else "",
            barred_until=bar.barred_until if bar else None,
        )
        finish_decision(handling, decision, paper, user)
        tell_bar(bar, handling.application, by=user)
        return decision


def _check(user: User, handling: Handling, *, granting: bool) -> None:
    if not may_sign(user, handling):
        raise NotAllowed(_("只有承办部门的签发人员，且没有参与本办件审查的，可以作出决定。"))
    require(handling, "decide")
    if owed := list(hindrances(handling, granting=granting)):
        raise Incomplete(_("现在还不能作出决定：%(owed)s") % {"owed": _("；").join(owed)})

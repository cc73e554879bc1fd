"""Deciding (行政许可法 Art. 37, 38): exactly one decision a case, by a signer who did not examine it.

A grant says what is allowed and for how long; a denial says why, on which law, and which remedies there are (Art. 7).
"""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _

from applications.actions.clocks import rebuild_dues
from applications.actions.locking import locked_handling
from applications.actions.opinions import check_opinion
from applications.actions.paperwork import case_facts, draft
from applications.actions.promises import follow_promises
from applications.actions.stepping import advance, require
from applications.documents.builders import Denial, Grant
from applications.events import Decided
from applications.models import Decision, Handling
from applications.queries.hindrances import hindrances
from applications.rules import may_sign
from hall.accounts.deeds import announce
from hall.accounts.models import User
from hall.catalogue.spec import Result, on_record
from hall.clock import now, today
from hall.errors import Incomplete, NotAllowed

# Who signed where no person did: the organ's automatic procedure.
AUTOMATIC = "自动审批（规则）"


def grant(uid: UUID, user: User, *, seen: int, content: str, opinion: str = "") -> Decision:
    """Grant what was applied for; ``content`` is what the decision allows."""
    with locked_handling(uid, seen=seen) as handling:
        _check(user, handling, granting=True)
        check_content(content)
        check_opinion(opinion or content)
        return settle_grant(handling, content=content, by=user, opinion=opinion)


def check_content(content: str) -> None:
    if not content.strip():
        raise Incomplete(_("请填写许可内容。"), fields={"content": [_("请填写许可内容。")]})


def settle_grant(
    handling: Handling, *, content: str, by: User | None, opinion: str = "", rules: Sequence[str] = ()
) -> Decision:
    """The grant itself; the caller holds the lock and has asked the rule.

    Without ``by`` the item's published ``rules`` grant, and the paper says so (applications.actions.automatic).
    """
    spec = handling.application.spec
    basis = [on_record(text) for text in spec.basis]
    valid_to = valid_until(spec.result, today())
    decision = _decide(
        handling, by, granted=True, content=content, legal_basis=basis, valid_from=today(), valid_to=valid_to
    )
    advance(handling, by=by, favourable=True, opinion=opinion or content)
    follow_promises(handling, since=today())
    paper = Grant(
        case_facts(handling),
        accepted_on=_accepted_on(handling),
        scope=content,
        legal_basis=tuple(basis),
        valid_from=decision.valid_from,
        valid_until=decision.valid_to,
        certificate_name=on_record(spec.result.name) if spec.result.kind == "certificate" else "",
        rules=tuple(rules),
    )
    return _finish(handling, decision, paper, by)


def deny(uid: UUID, user: User, *, seen: int, reasons: str, legal_basis: Sequence[str]) -> Decision:
    """Deny in writing, with reasons and the law they rest on; remedies are on the paper."""
    with locked_handling(uid, seen=seen) as handling:
        _check(user, handling, granting=False)
        check_opinion(reasons)
        basis = [text for text in legal_basis if text.strip()]
        if not basis:
            raise Incomplete(_("请写明法律依据。"), fields={"legal_basis": [_("请写明法律依据。")]})
        decision = _decide(handling, user, granted=False, reasons=reasons, legal_basis=basis)
        # A denial gives no certificate to make: only the decision is served.
        advance(handling, by=user, favourable=False, opinion=reasons, past=["issue"])
        paper = Denial(
            case_facts(handling),
            accepted_on=_accepted_on(handling),
            found=reasons,
            reasons=(reasons,),
            legal_basis=tuple(basis),
        )
        return _finish(handling, decision, paper, user)


def _check(user: User, handling: Handling, *, granting: bool) -> None:
    if not may_sign(user, handling):
        raise NotAllowed(_("只有承办部门的签发人员，且没有参与本办件审查的，可以作出决定。"))
    require(handling, "decide")
    if owed := list(hindrances(handling, granting=granting)):
        raise Incomplete(_("现在还不能作出决定：%(owed)s") % {"owed": _("；").join(owed)})


def _accepted_on(handling: Handling) -> date:
    accepted_on = handling.application.accepted_on
    assert accepted_on is not None
    return accepted_on


def _decide(handling: Handling, user: User | None, **what: object) -> Decision:
    handling.application.decide(at=now())
    handling.conclude(at=now())
    return Decision.objects.create(
        application=handling.application,
        handling=handling,
        automatic=user is None,
        signed_by_uid=user.uid if user else None,
        signed_by_name=user.name if user else AUTOMATIC,
        decided_at=now(),
        **what,
    )


def _finish(handling: Handling, decision: Decision, paper: Grant | Denial, user: User | None) -> Decision:
    rebuild_dues(handling.application, handling)
    draft(paper, handling, officer=user)
    announce(handling.application, Decided(decision=decision.uid, granted=decision.granted), by=user)
    return decision


def valid_until(result: Result, start: date) -> date | None:
    """The last day of validity: the day before the same day, so many years on; none without an end."""
    if not result.valid_years:
        return None
    try:
        same_day = start.replace(year=start.year + result.valid_years)
    except ValueError:  # 29 February
        same_day = start.replace(year=start.year + result.valid_years, month=3, day=1)
    return date.fromordinal(same_day.toordinal() - 1)

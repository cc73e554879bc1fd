"""The decision itself, once somebody or something may make it: recorded, told in its paper, announced.

A signer (``decide``), a signer at intake (``on_the_spot``) and the published rules (``settlements.automatic``) come
here; the rule that lets them stands in their own module, and the lock is theirs.
"""

from collections.abc import Sequence
from datetime import date

from django.utils.translation import gettext as _

from applications.actions.clocks import rebuild_dues
from applications.actions.paperwork import case_facts, draft
from applications.actions.promises import follow_promises
from applications.actions.stepping import advance
from applications.actions.winding_up import end_parts, wind_up
from applications.documents.builders import Denial, Grant
from applications.events import Decided
from applications.models import Decision, Handling
from hall.accounts.deeds import announce
from hall.accounts.models import User
from hall.catalogue.spec import Result, on_record
from hall.clock import now, today
from hall.errors import Incomplete

# Who signed where no person did: the organ's automatic procedure.
AUTOMATIC = "自动审批（规则）"


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
    decision = record_decision(
        handling, by, granted=True, content=content, legal_basis=basis, valid_from=today(), valid_to=valid_to
    )
    advance(handling, by=by, favourable=True, opinion=opinion or content)
    follow_promises(handling, since=today())
    paper = Grant(
        case_facts(handling),
        accepted_on=accepted_on(handling),
        scope=content,
        legal_basis=tuple(basis),
        valid_from=decision.valid_from,
        valid_until=decision.valid_to,
        certificate_name=on_record(spec.result.name) if spec.result.kind == "certificate" else "",
        rules=tuple(rules),
    )
    return finish_decision(handling, decision, paper, by)


def accepted_on(handling: Handling) -> date:
    accepted_on = handling.application.accepted_on
    assert accepted_on is not None
    return accepted_on


def record_decision(handling: Handling, user: User | None, **what: object) -> Decision:
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


def finish_decision(handling: Handling, decision: Decision, paper: Grant | Denial, user: User | None) -> Decision:
    wind_up(handling, by=user)
    end_parts(handling, by=user)
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

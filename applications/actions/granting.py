"""The decision itself, once somebody or something may make it: recorded, told in its paper, announced.

A signer (``decide``), a signer at intake (``on_the_spot``) and the published rules (``settlements.automatic``) come
here; the rule that lets them stands in their own module, and the lock is theirs.
"""

from collections.abc import Sequence

from django.utils.translation import gettext as _

from applications.actions.charging import charge, withdraw_unpaid
from applications.actions.clocks import rebuild_dues
from applications.actions.paperwork import draft
from applications.actions.promises import follow_promises
from applications.actions.quota import hold_quota
from applications.actions.stepping import advance
from applications.actions.winding_up import end_parts, wind_up
from applications.documents.builders import Content
from applications.documents.kinds import Kind, default_disclosure
from applications.events import Decided
from applications.models import Decision, DecisionDraft, Handling, Words
from applications.queries.decision_draft import basis_of, terms_of
from applications.queries.decision_paper import paper_of, validity_in
from hall.accounts.deeds import announce
from hall.accounts.models import User
from hall.clock import now, today
from hall.database.statements import add
from hall.errors import Incomplete

# Who signed where no person did: the organ's automatic procedure.
AUTOMATIC = "自动审批（规则）"


def check_content(content: str) -> None:
    if not content.strip():
        raise Incomplete(_("请填写许可内容。"), fields={"content": [_("请填写许可内容。")]})


def settle_grant(
    handling: Handling,
    *,
    content: str,
    by: User | None,
    opinion: str = "",
    rules: Sequence[str] = (),
    draft_of: DecisionDraft | None = None,
) -> Decision:
    """The grant itself; the caller holds the lock and has asked the rule.

    What a draft says is signed as it stands; without one, ``content`` on the item's own terms. Without ``by`` the
    item's published ``rules`` grant, and the paper says so (applications.actions.automatic).
    """
    hold_quota(handling)
    spec = handling.application.spec
    direct = Words(granted=True, content=content, legal_basis=basis_of(spec), **terms_of(spec))
    decision = record_decision(handling, by, draft_of.words if draft_of else direct)
    advance(handling, by=by, favourable=True, opinion=opinion or content)
    follow_promises(handling, since=today())
    return finish_decision(handling, decision, paper_of(handling, decision, rules=rules), by)


def record_decision(handling: Handling, user: User | None, words: Words) -> Decision:
    """The one decision of the case; its validity and its disclosure attribute are settled now (domain.md §8.1)."""
    handling.application.decide(at=now())
    handling.conclude(at=now())
    decision = Decision(
        application=handling.application,
        handling=handling,
        automatic=user is None,
        signed_by_uid=user.uid if user else None,
        signed_by_name=user.name if user else AUTOMATIC,
        decided_at=now(),
        **words.by_name(),
    )
    if decision.granted:
        decision.valid_from, decision.valid_to = validity_in(handling.application, decision)
    attribute = decision.disclosure or default_disclosure(Kind.GRANT if decision.granted else Kind.DENIAL)
    decision.disclosure_attr, decision.non_disclosure_ground = attribute.attribute, attribute.ground or ""
    add(decision)
    return decision


def finish_decision(handling: Handling, decision: Decision, paper: Content, user: User | None) -> Decision:
    wind_up(handling, by=user)
    end_parts(handling, by=user)
    rebuild_dues(handling.application, handling)
    draft(paper, handling, officer=user, disclosure=decision.disclosure)
    if not decision.granted:
        withdraw_unpaid(handling.application)
    announce(handling.application, Decided(decision=decision.uid, granted=decision.granted), by=user)
    if decision.granted:
        charge(handling, by=user)
    return decision

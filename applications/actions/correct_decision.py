"""A clerical error in a signed decision is put right 更正: the paper is voided and issued anew under a new number.

What was decided never changes here: a grant stays a grant. What was written before is kept, with the reason.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from applications.actions.decision_words import check_words
from applications.actions.ending import check_told
from applications.actions.errands import open_errand
from applications.actions.locking import locked_handling
from applications.actions.papers import void_paper
from applications.actions.paperwork import draft
from applications.actions.telling import DECISION, tell_applicant
from applications.deadlines import DELIVERY
from applications.documents.builders import ChangeDecision, Content, Denial, Grant, RenewalDecision
from applications.documents.builders.change import Changed
from applications.documents.frozen import freeze
from applications.documents.kinds import DECISIONS
from applications.events import DecisionCorrected
from applications.lifecycle import CaseState
from applications.models import Application, Decision, DecisionCorrection, Handling, Paper, Room, Words
from applications.models.errand import Matter
from applications.models.paper import PaperState
from applications.queries.decision_paper import paper_of
from applications.rules import may_sign
from hall.accounts.deeds import announce
from hall.accounts.models import Duty, User
from hall.accounts.people import actor_of
from hall.clock import today
from hall.errors import Incomplete, NotAllowed, WrongState

# The column of a voided paper holds no more.
LONGEST = 150
_FIXED = ("granted", "disclosure_attr", "non_disclosure_ground")

_TOLD = gettext_lazy("您的“%(item)s”决定书中的文字错误已经更正，决定的结果不变。新的决定书编号：%(number)s")


def correct_decision(uid: UUID, user: User, *, seen: int, reason: str, words: Words) -> Paper:
    """Write the decision paper again as it should have read; returns the new paper.

    What was decided and how it is disclosed are the decision's own, whatever ``words`` say of them.
    """
    with locked_handling(uid, seen=seen) as handling:
        decision = _check(user, handling, reason)
        before = decision.words
        words = replace(words, **{name: getattr(before, name) for name in _FIXED})
        check_words(words, technical=handling.application.spec.technical_inspection)
        if words == before:
            raise Incomplete(_("没有更正任何内容。"), fields={"content": [_("请先改正有错误的内容。")]})
        decision.say(words)
        decision.save()
        return _reissue(handling, decision, before, user, reason)


def _check(user: User, handling: Handling, reason: str) -> Decision:
    if not may_sign(user, handling):
        raise NotAllowed(_("只有承办部门的签发人员，且没有参与本办件审查的，可以更正决定书。"))
    found = Decision.objects.filter(handling=handling).first()
    if found is None:
        raise WrongState(_("本办件还没有作出决定。"))
    check_told(reason=reason)
    if len(reason) > LONGEST:
        raise Incomplete(_("更正理由太长。"), fields={"reason": [_("请不要超过150个字。")]})
    return found


def _reissue(handling: Handling, decision: Decision, before: Words, user: User, reason: str) -> Paper:
    papers = Paper.objects.filter(handling=handling, kind__in=DECISIONS)
    old = papers.exclude(state=PaperState.VOIDED).latest("id")
    void_paper(old.uid, reason=_("文字错误已更正：%(reason)s") % {"reason": reason}, by=actor_of(user))
    content = _carried(old.facts, paper_of(handling, decision, corrects=old.number), handling.application)
    new = draft(content, handling, officer=user, disclosure=decision.disclosure)
    correction = DecisionCorrection.objects.create(
        decision=decision,
        before={name: _frozen(value) for name, value in before.by_name().items()},
        reason=reason,
        voided=old,
        reissued=new,
        corrected_by_uid=user.uid,
        corrected_by_name=user.name,
    )
    application = handling.application
    application.enter(Room.DRAFTING)
    if application.state != CaseState.DECIDED:
        # Already served: the new paper has to be served as well, within the days of Art. 44.
        open_errand(handling, Duty.CERTIFICATES, Matter.SERVE_CORRECTION, correction.uid, since=today(), limit=DELIVERY)
    tell_applicant(application, DECISION, _TOLD, key=f"corrected:{correction.uid}", number=new.number)
    announce(application, DecisionCorrected(decision=decision.uid, paper=new.uid), by=user)
    return new


def _frozen(value: Any) -> Any:
    return freeze(tuple(value) if isinstance(value, list) else value)


def _carried(old: Content, new: Content, application: Application) -> Content:
    """What the old paper said beyond the wording: the rules that granted it, a warning and a bar (Art. 78).

    A licence that the decision has moved since no longer tells what it was before: the old paper does.
    """
    if isinstance(old, Grant) and isinstance(new, Grant):
        return replace(new, rules=old.rules)
    if isinstance(old, Denial) and isinstance(new, Denial):
        return replace(new, warned=old.warned, heard=old.heard, barred_until=old.barred_until)
    if not application.licence_entries.exists():
        return new
    if isinstance(old, ChangeDecision) and isinstance(new, ChangeDecision):
        return replace(new, changes=_changes_since(old.changes, new.changes))
    if isinstance(old, RenewalDecision) and isinstance(new, RenewalDecision):
        return replace(new, old_until=old.old_until, new_until=application.decision.valid_to or old.new_until)
    return new


def _changes_since(old: Sequence[Changed], new: Sequence[Changed]) -> tuple[Changed, ...]:
    """From what each was before the decision to what the corrected one says; what a later case changed is not told."""
    corrected = {one.label: one.after for one in new}
    return tuple(replace(one, after=corrected.get(one.label, one.after)) for one in old)

"""Proposing a change to what is published: by the drafters of the hall, for a second person to judge (条例 Art. 17)."""

from uuid import UUID

from django.utils.translation import gettext as _

from hall.accounts.deeds import announce
from hall.accounts.models import User
from hall.accounts.people import actor_of
from hall.errors import Incomplete, NotAllowed, WrongState
from hall.review.actions import open_review
from tracking.disclosure.actions.locking import locked
from tracking.disclosure.actions.published.consulting import consult_again
from tracking.disclosure.actions.published.looks import KIND
from tracking.disclosure.actions.published.words import Words, proposed, words_of
from tracking.disclosure.change import CORRECTING, MISTAKE, TAKING_BACK, ChangeKind, ProposedChange
from tracking.disclosure.change_lifecycle import OPEN_CHANGES, ChangeState
from tracking.disclosure.events import CorrectionProposed, PublishingAgainProposed, TakingBackProposed
from tracking.disclosure.models import Disclosure
from tracking.disclosure.rules import drafting_bar
from tracking.register.models import RecordChangeReason

LONGEST = 900


def propose_correction(
    uid: UUID, user: User, *, seen: int, grantee: str, content: str, part_ground: str, public_reason: str, reason: str
) -> Disclosure:
    """Other words for what is published; ``part_ground`` says on which ground a part is left out (Art. 37)."""
    with locked(uid, seen=seen) as disclosure:
        check_drafter(user, disclosure)
        disclosure.propose_change()
        words = proposed(disclosure, grantee=grantee, content=content, part_ground=part_ground)
        if words == words_of(disclosure):
            raise Incomplete(_("没有更正任何内容。"), fields={"content": [_("请先改正有错误的内容。")]})
        if public_reason not in CORRECTING:
            raise Incomplete(_("请选择公开的更正原因。"), fields={"public_reason": [_("请选择公开的更正原因。")]})
        _one_at_a_time(disclosure)
        begin(disclosure, user, ChangeKind.CORRECT, reason, words=words, public_reason=public_reason)
        announce(disclosure, CorrectionProposed(), by=user)
        return disclosure


def propose_taking_back(uid: UUID, user: User, *, seen: int, ground: str, reason: str) -> Disclosure:
    with locked(uid, seen=seen) as disclosure:
        check_drafter(user, disclosure)
        disclosure.propose_change()
        _one_at_a_time(disclosure)
        begin(disclosure, user, ChangeKind.TAKE_BACK, reason, ground=ground, public_reason=told_of(ground))
        announce(disclosure, TakingBackProposed(ground=ground), by=user)
        return disclosure


def propose_publishing_again(
    uid: UUID, user: User, *, seen: int, grantee: str, content: str, part_ground: str, reason: str
) -> Disclosure:
    """What was taken back comes again only after a new review of its words."""
    with locked(uid, seen=seen) as disclosure:
        check_drafter(user, disclosure)
        disclosure.propose_publishing_again()
        words = proposed(disclosure, grantee=grantee, content=content, part_ground=part_ground)
        _one_at_a_time(disclosure)
        public = RecordChangeReason.REVIEWED
        begin(disclosure, user, ChangeKind.PUBLISH_AGAIN, reason, words=words, public_reason=public)
        announce(disclosure, PublishingAgainProposed(), by=user)
        return disclosure


def told_of(ground: str) -> RecordChangeReason:
    """What the public is told of a taking back on this ground; raises Incomplete for one that is none."""
    if ground not in dict(TAKING_BACK):
        raise Incomplete(_("撤下公示必须有理由。"), fields={"ground": [_("请选择撤下的理由。")]})
    return RecordChangeReason.MISTAKE if ground == MISTAKE else RecordChangeReason.SCOPE


def begin(
    disclosure: Disclosure,
    user: User,
    kind: ChangeKind,
    reason: str,
    *,
    state: ChangeState = ChangeState.WAITING,
    words: Words | None = None,
    public_reason: str,
    ground: str = "",
) -> ProposedChange:
    """Write it down with its review; the caller holds the disclosure."""
    if not reason.strip():
        raise Incomplete(_("请写明理由。"), fields={"reason": [_("请写明理由。")]})
    if len(reason) > LONGEST:
        raise Incomplete(_("理由太长。"), fields={"reason": [_("不能超过 %(most)d 个字。") % {"most": LONGEST}]})
    change = ProposedChange.objects.create(
        disclosure=disclosure,
        kind=kind,
        state=state,
        words=words or {},
        ground=ground,
        public_reason=public_reason,
        reason=reason.strip(),
        proposed_by_uid=user.uid,
        proposed_by_name=user.name,
    )
    open_review(
        KIND, subject_uid=change.uid, hall_code=disclosure.hall.code, drafter=actor_of(user), texts=change.words
    )
    consult_again(disclosure, change, user)
    return change


def check_drafter(user: User, disclosure: Disclosure) -> None:
    if bar := drafting_bar(user, disclosure):
        raise NotAllowed(bar)


def _one_at_a_time(disclosure: Disclosure) -> None:
    if disclosure.changes.filter(state__in=OPEN_CHANGES).exists():
        raise WrongState(_("已经有一项变更等待审查，请等它办结以后再提出。"))

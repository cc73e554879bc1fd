"""The second pair of eyes on a change: the same secrecy review as before the first publication (保密法 Art. 35)."""

from collections.abc import Mapping
from uuid import UUID

from django.utils.translation import gettext as _

from hall.accounts.deeds import announce
from hall.accounts.models import User
from hall.accounts.people import actor_of
from hall.clock import now
from hall.errors import NotAllowed, WrongState
from hall.review.actions import pass_review, refuse_review, resolve_findings
from hall.review.models import Review
from hall.review.queries import latest_of
from tracking.disclosure.actions.judge import require_remark
from tracking.disclosure.actions.locking import locked
from tracking.disclosure.actions.published.effects import apply
from tracking.disclosure.actions.published.proposing import KIND
from tracking.disclosure.change import ProposedChange
from tracking.disclosure.change_lifecycle import ChangeState
from tracking.disclosure.change_rules import change_bar
from tracking.disclosure.events import ChangeReturned, UrgencyConfirmed, UrgencyDoubted
from tracking.disclosure.models import Disclosure
from tracking.disclosure.rules import reviewing_bar


def pass_change(
    uid: UUID, user: User, *, seen: int, remark: str = "", resolutions: Mapping[int, str] | None = None
) -> Disclosure:
    """It takes effect at once, in the words that were reviewed; findings of the sweep wait for a word each."""
    with locked(uid, seen=seen) as disclosure:
        change = _open(disclosure, user, ChangeState.WAITING)
        asked = _("请说明这一处为什么可以公开，或者退回修改。")
        review = resolve_findings(_review(change), actor_of(user), resolutions or {}, asked)
        pass_review(review, actor_of(user), remark, texts=change.words)
        change.take_effect(at=now())
        change.save()
        announce(disclosure, apply(disclosure, change), by=user)
        return disclosure


def return_change(uid: UUID, user: User, *, seen: int, remark: str) -> Disclosure:
    """What is published stays as it is; the drafter reads why."""
    with locked(uid, seen=seen) as disclosure:
        _give_back(_open(disclosure, user, ChangeState.WAITING), user, remark)
        announce(disclosure, ChangeReturned(), by=user)
        return disclosure


def confirm_urgency(uid: UUID, user: User, *, seen: int, remark: str = "") -> Disclosure:
    """The urgent taking back was right."""
    with locked(uid, seen=seen) as disclosure:
        change = _open(disclosure, user, ChangeState.UNREVIEWED)
        pass_review(_review(change), actor_of(user), remark)
        change.take_effect(at=now())
        change.save()
        announce(disclosure, UrgencyConfirmed(), by=user)
        return disclosure


def doubt_urgency(uid: UUID, user: User, *, seen: int, remark: str) -> Disclosure:
    """It was not needed. The record comes back by no shortcut: its drafters propose it, and it is reviewed anew."""
    with locked(uid, seen=seen) as disclosure:
        _give_back(_open(disclosure, user, ChangeState.UNREVIEWED), user, remark)
        announce(disclosure, UrgencyDoubted(), by=user)
        return disclosure


def _give_back(change: ProposedChange, user: User, remark: str) -> None:
    require_remark(remark)
    refuse_review(_review(change), actor_of(user), remark)
    change.give_back(at=now())
    change.save()


def _open(disclosure: Disclosure, user: User, state: ChangeState) -> ProposedChange:
    if bar := reviewing_bar(user, disclosure):
        raise NotAllowed(bar)
    change = disclosure.changes.filter(state=state).first()
    if change is None:
        raise WrongState(_("现在没有等待审查的变更，请查看最新情况。"))
    if bar := change_bar(user, change):
        raise NotAllowed(bar)
    return change


def _review(change: ProposedChange) -> Review:
    review = latest_of(KIND, change.uid)
    assert review is not None, "a change has its review"
    return review

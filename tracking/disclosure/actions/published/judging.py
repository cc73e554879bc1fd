"""The second pair of eyes on a change: the same secrecy review as before the first publication (保密法 Art. 35).

What puts words before the public waits for the applicant who is asked or objects, and goes on to the head who approves
(``approving.publish``); taking back does not.
"""

from collections.abc import Mapping
from uuid import UUID

from django.utils.translation import gettext as _

from applications.actions.consultations.showing import drop_words, hold_words
from applications.queries.consultations import why_contested
from hall.accounts.deeds import announce
from hall.accounts.models import User
from hall.accounts.people import actor_of
from hall.clock import now
from hall.errors import NotAllowed, WrongState
from hall.events.announcements import Announcement
from hall.review.actions import hand_on, pass_review, refuse_review, resolve_findings
from hall.review.models import Review
from tracking.disclosure.actions.judge import refuse_while_waiting, require_remark
from tracking.disclosure.actions.locking import locked
from tracking.disclosure.actions.published.effects import apply
from tracking.disclosure.actions.published.looks import APPROVING, look_under_way
from tracking.disclosure.change import ProposedChange
from tracking.disclosure.change_lifecycle import PENDING_CHANGES, ChangeState
from tracking.disclosure.change_rules import change_bar
from tracking.disclosure.events import ChangeReturned, ChangeReviewPassed, UrgencyConfirmed, UrgencyDoubted
from tracking.disclosure.models import Disclosure
from tracking.disclosure.rules import reviewing_bar


def pass_change(
    uid: UUID, user: User, *, seen: int, remark: str = "", resolutions: Mapping[int, str] | None = None
) -> Disclosure:
    """Other words go to the head in this very wording; a taking back has its effect at once.

    Findings of the sweep wait for a word each.
    """
    with locked(uid, seen=seen) as disclosure:
        change = _open(disclosure, user, [ChangeState.WAITING])
        if change.puts_words:
            refuse_while_waiting(disclosure)
        asked = _("请说明这一处为什么可以公开，或者退回修改。")
        review = resolve_findings(look_under_way(change), actor_of(user), resolutions or {}, asked)
        passed = pass_review(review, actor_of(user), remark, texts=change.words)
        announce(disclosure, _hand_on(change, passed) if change.puts_words else _effect(disclosure, change), by=user)
        return disclosure


def let_take_effect(disclosure: Disclosure, change: ProposedChange, user: User, remark: str) -> Announcement:
    """The words that were reviewed take effect; within the deed of the head, who may approve."""
    pass_review(look_under_way(change), actor_of(user), remark, texts=change.words)
    return _effect(disclosure, change)


def return_change(uid: UUID, user: User, *, seen: int, remark: str) -> Disclosure:
    """By the reviewer or the head: what is published stays as it is, and the drafter reads why."""
    with locked(uid, seen=seen) as disclosure:
        change = _open(disclosure, user, PENDING_CHANGES)
        if why := why_contested(hold_words(disclosure.application_uid)):
            raise WrongState(why)
        give_back(change, user, remark)
        announce(disclosure, ChangeReturned(), by=user)
        return disclosure


def confirm_urgency(uid: UUID, user: User, *, seen: int, remark: str = "") -> Disclosure:
    """The urgent taking back was right."""
    with locked(uid, seen=seen) as disclosure:
        change = _open(disclosure, user, [ChangeState.UNREVIEWED])
        pass_review(look_under_way(change), actor_of(user), remark)
        change.take_effect(at=now())
        change.save()
        announce(disclosure, UrgencyConfirmed(), by=user)
        return disclosure


def doubt_urgency(uid: UUID, user: User, *, seen: int, remark: str) -> Disclosure:
    """It was not needed. The record comes back by no shortcut: its drafters propose it, and it is reviewed anew."""
    with locked(uid, seen=seen) as disclosure:
        give_back(_open(disclosure, user, [ChangeState.UNREVIEWED]), user, remark)
        announce(disclosure, UrgencyDoubted(), by=user)
        return disclosure


def _hand_on(change: ProposedChange, passed: Review) -> Announcement:
    change.pass_review()
    change.save()
    hand_on(passed, APPROVING)
    return ChangeReviewPassed()


def _effect(disclosure: Disclosure, change: ProposedChange) -> Announcement:
    change.take_effect(at=now())
    change.save()
    return apply(disclosure, change)


def give_back(change: ProposedChange, user: User, remark: str) -> None:
    """Back to whoever proposed it, with the reason; what the applicant was shown will not come."""
    require_remark(remark)
    refuse_review(look_under_way(change), actor_of(user), remark)
    change.give_back(at=now())
    change.save()
    if change.puts_words:
        drop_words(change.disclosure.application_uid)


def _open(disclosure: Disclosure, user: User, states: list[ChangeState]) -> ProposedChange:
    """Raises NotAllowed first for whoever judges nothing here, whether or not there is something."""
    change = disclosure.changes.filter(state__in=states).first()
    if bar := change_bar(user, change) if change else reviewing_bar(user, disclosure):
        raise NotAllowed(bar)
    if change is None:
        raise WrongState(_("现在没有等待审查的变更，请查看最新情况。"))
    return change

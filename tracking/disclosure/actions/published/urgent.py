"""An identity number or a secret stands in public: whoever of the drafters and reviewers sees it takes it back at once.

保守国家秘密法 Art. 34 and 个人信息保护法 Art. 57 ask to stop the harm first. A second person looks at it afterwards.
"""

from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import override

from applications.actions.consultations.showing import drop_words
from hall.accounts.deeds import announce
from hall.accounts.models import User
from hall.clock import now
from hall.errors import NotAllowed
from hall.review.actions import void_review
from tracking.disclosure.actions.locking import locked
from tracking.disclosure.actions.published.effects import apply
from tracking.disclosure.actions.published.looks import look_under_way
from tracking.disclosure.actions.published.proposing import begin, told_of
from tracking.disclosure.change import ChangeKind
from tracking.disclosure.change_lifecycle import PENDING_CHANGES, ChangeState
from tracking.disclosure.models import Disclosure
from tracking.disclosure.rules import urgent_bar


def take_back_at_once(uid: UUID, user: User, *, seen: int, ground: str, reason: str) -> Disclosure:
    """By one person; a proposal that was waiting has nothing to change any more."""
    with locked(uid, seen=seen) as disclosure:
        if bar := urgent_bar(user, disclosure):
            raise NotAllowed(bar)
        disclosure.propose_change()
        public = told_of(ground)
        _overtake(disclosure)
        state, kind = ChangeState.UNREVIEWED, ChangeKind.TAKE_BACK
        change = begin(disclosure, user, kind, reason, state=state, ground=ground, public_reason=public)
        announce(disclosure, apply(disclosure, change), by=user)
        return disclosure


def _overtake(disclosure: Disclosure) -> None:
    waiting = disclosure.changes.filter(state__in=PENDING_CHANGES).first()
    if waiting is None:
        return
    void_review(look_under_way(waiting), _overtaken())
    waiting.overtake(at=now())
    waiting.save()
    drop_words(disclosure.application_uid)


@override("zh-hans")
def _overtaken() -> str:
    return _("公示已经紧急撤下，这项变更不再需要。")

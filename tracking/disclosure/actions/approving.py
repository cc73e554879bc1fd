"""The last look: the head of the organ approves, and the text is public (条例 Art. 17).

Of a first publication and of a change to what is published alike: the text that was reviewed and no other. Whoever
approves may instead send it back or withhold it (``judge``), and like the reviewer waits for the applicant who is
asked or objects (行政许可法 Art. 5).
"""

from uuid import UUID

from applications.actions.consultations.showing import close_words
from applications.models.consultation import Standing
from hall.accounts.deeds import announce
from hall.accounts.models import User
from hall.accounts.people import actor_of
from hall.clock import now
from hall.errors import NotAllowed
from hall.events.announcements import Announcement
from hall.review.actions import pass_review
from tracking.disclosure.actions.judge import refuse_while_waiting, review_under_way
from tracking.disclosure.actions.locking import locked
from tracking.disclosure.actions.published.judging import let_take_effect
from tracking.disclosure.change_lifecycle import ChangeState
from tracking.disclosure.events import Published
from tracking.disclosure.models import Disclosure
from tracking.disclosure.publication import publication_of
from tracking.disclosure.rules import approving_bar
from tracking.register.actions import enter


def publish(uid: UUID, user: User, *, seen: int, remark: str = "") -> Disclosure:
    """Approve what lies before the head, and put it into the register, at once and together."""
    with locked(uid, seen=seen) as disclosure:
        if bar := approving_bar(user, disclosure):
            raise NotAllowed(bar)
        refuse_while_waiting(disclosure)
        change = disclosure.changes.filter(state=ChangeState.APPROVING).first()
        told = let_take_effect(disclosure, change, user, remark) if change else _first(disclosure, user, remark)
        announce(disclosure, told, by=user)
        return disclosure


def _first(disclosure: Disclosure, user: User, remark: str) -> Announcement:
    disclosure.publish(at=now())
    pass_review(review_under_way(disclosure), actor_of(user), remark, texts=disclosure.texts())
    disclosure.record_uid = enter(publication_of(disclosure)).uid
    close_words(disclosure.application_uid, Standing.PUBLISHED)
    return Published(record=disclosure.record_uid)

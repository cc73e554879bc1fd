"""The last look: the head of the organ approves, and the text is public (条例 Art. 17).

What is published is the text that was reviewed and no other. Whoever approves may instead send it back or withhold it
(``judge``), and like the reviewer waits for the applicant who is asked or objects (行政许可法 Art. 5).
"""

from uuid import UUID

from applications.actions.consultations.showing import close_words
from hall.accounts.deeds import announce
from hall.accounts.models import User
from hall.accounts.people import actor_of
from hall.clock import now
from hall.errors import NotAllowed
from hall.review.actions import pass_review
from tracking.disclosure.actions.judge import refuse_while_waiting, review_under_way
from tracking.disclosure.actions.locking import locked
from tracking.disclosure.events import Published
from tracking.disclosure.models import Disclosure
from tracking.disclosure.publication import publication_of
from tracking.disclosure.rules import approving_bar
from tracking.register.actions import enter


def publish(uid: UUID, user: User, *, seen: int, remark: str = "") -> Disclosure:
    """Approve and enter the text in the register, at once and together."""
    with locked(uid, seen=seen) as disclosure:
        if bar := approving_bar(user, disclosure):
            raise NotAllowed(bar)
        refuse_while_waiting(disclosure)
        disclosure.publish(at=now())
        pass_review(review_under_way(disclosure), actor_of(user), remark, texts=disclosure.texts())
        disclosure.record_uid = enter(publication_of(disclosure)).uid
        close_words(disclosure.application_uid, published=True)
        announce(disclosure, Published(record=disclosure.record_uid), by=user)
        return disclosure

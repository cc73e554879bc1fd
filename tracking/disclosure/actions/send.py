"""Confirming: a person takes over what the machine drafted, and hands it to a second pair of eyes (条例 Art. 17)."""

from uuid import UUID

from hall.accounts.deeds import announce
from hall.accounts.models import User
from hall.accounts.people import actor_of
from hall.review.actions import open_review
from tracking.disclosure.actions.consulting import consult
from tracking.disclosure.actions.locking import locked
from tracking.disclosure.actions.rewrite import put
from tracking.disclosure.events import SentToReview
from tracking.disclosure.models import Disclosure

# The kind under which reviews of disclosures are kept.
KIND = "disclosure"


def send(uid: UUID, user: User, *, seen: int, grantee: str, content: str, part_ground: str = "") -> Disclosure:
    """Keep the words as they stand in the form, become their drafter, and open the review."""
    with locked(uid, seen=seen) as disclosure:
        put(disclosure, user, grantee=grantee, content=content, part_ground=part_ground)
        disclosure.send_to_review()
        disclosure.drafter_uid, disclosure.drafter_name = user.uid, user.name
        open_review(
            KIND,
            subject_uid=disclosure.uid,
            hall_code=disclosure.hall.code,
            drafter=actor_of(user),
            texts=disclosure.texts(),
        )
        consult(disclosure, user)
        announce(disclosure, SentToReview(), by=user)
        return disclosure

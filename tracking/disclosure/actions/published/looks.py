"""The looks at a change: the secrecy review of whoever judges it, and after it that of the head who approves."""

from hall.review.models import Review, ReviewState
from tracking.disclosure.change import ProposedChange

# The kinds under which they are kept.
KIND = "disclosure_change"
APPROVING = "disclosure_change_approving"
LOOKS = (KIND, APPROVING)


def look_under_way(change: ProposedChange) -> Review:
    """A change that is open waits for exactly one."""
    return Review.objects.get(subject_uid=change.uid, kind__in=LOOKS, state=ReviewState.OPEN)


def last_word_on(change: ProposedChange) -> Review | None:
    """The newest look that is not open any more: who let it go on, or gave it back."""
    closed = Review.objects.filter(subject_uid=change.uid, kind__in=LOOKS).exclude(state=ReviewState.OPEN)
    return closed.order_by("-id").first()

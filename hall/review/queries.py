"""Reading reviews: what waits in a hall, and whether a text has passed."""

from collections.abc import Mapping, Sequence
from uuid import UUID

from django.db.models import QuerySet

from hall.review.digest import digest_of
from hall.review.models import Review, ReviewState


def waiting_in(hall_codes: Sequence[str], kind: str) -> QuerySet[Review]:
    """The queue of the checkers of these halls, oldest first."""
    open_ones = Review.objects.filter(state=ReviewState.OPEN, kind=kind, hall__code__in=hall_codes)
    return open_ones.select_related("hall").order_by("id")


def latest_of(kind: str, subject_uid: UUID) -> Review | None:
    return Review.objects.filter(kind=kind, subject_uid=subject_uid).order_by("-id").first()


def has_passed(kind: str, subject_uid: UUID, texts: Mapping[str, str]) -> bool:
    """Whether exactly these texts were passed; what comes before publication asks this once more."""
    passed = Review.objects.filter(kind=kind, subject_uid=subject_uid, state=ReviewState.PASSED)
    return passed.filter(digest=digest_of(texts)).exists()

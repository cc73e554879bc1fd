"""Reading reviews."""

from uuid import UUID

from hall.review.models import Review


def latest_of(kind: str, subject_uid: UUID) -> Review | None:
    return Review.objects.filter(kind=kind, subject_uid=subject_uid).order_by("-id").first()

"""Reading reviews, and what their sweep found in words."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.utils.functional import Promise

from hall.masking import Kind
from hall.review.models import Review


def latest_of(kind: str, subject_uid: UUID) -> Review | None:
    return Review.objects.filter(kind=kind, subject_uid=subject_uid).order_by("-id").first()


@dataclass(frozen=True, slots=True)
class Highlight:
    """One finding of the sweep in words; ``place`` is where the review keeps it."""

    place: int
    field: str | Promise
    kind: Promise
    excerpt: str
    resolution: str


def highlights(findings: Sequence[dict[str, Any]], label: Callable[[str], str | Promise] = str) -> list[Highlight]:
    """``label`` names a field for the reader."""
    return [
        Highlight(place, label(one["field"]), Kind(one["kind"]).label, one["excerpt"], one["resolution"])
        for place, one in enumerate(findings)
    ]

"""What the applicant marked as a secret of theirs (行政许可法 Art. 5). A case without a mark asks nothing here."""

from collections.abc import Callable
from typing import Any

from applications.models import Application, ConfidentialClaim, Room
from hall.catalogue.spec import on_record

# Answers that can hold a secret of business. What is personal is protected without a mark (个人信息保护法).
CLAIMABLE_FIELDS = ("text", "long_text", "number", "money", "rows")


def claims_of(application: Application) -> list[ConfidentialClaim]:
    if not application.has_been_in(Room.CONFIDENTIAL):
        return []
    return list(ConfidentialClaim.objects.filter(application=application, withdrawn_at=None))


def marks_of(application: Application) -> dict[str, str]:
    """The kind of the mark in words, by place (material.KEY, field.KEY)."""
    return {one.place: str(one.get_kind_display()) for one in claims_of(application)}


def claimable(application: Application, *, words: Callable[[Any], str] = on_record) -> dict[str, str]:
    """What may be marked, as these answers ask for it: its name by place, for the record or as a page says it."""
    answers = application.all_answers
    materials = {
        f"material.{one.key}": words(one.name) for one in application.spec.materials if one.asked(answers)
    }
    fields = {
        f"field.{one.key}": words(one.label)
        for one in application.spec.fields
        if one.type in CLAIMABLE_FIELDS and not one.personal and one.asked(answers) and answers.get(one.key)
    }
    return materials | fields

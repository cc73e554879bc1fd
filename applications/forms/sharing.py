"""Beside each upload of a draft: fetched by the hall instead, where the item names a source for it (Art. 33)."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from applications.actions.sharing import source_of
from applications.models import Application
from hall.accounts.models import Kind, User


@dataclass(frozen=True, slots=True)
class Fetchable:
    """``needs_consent`` of a person; ``problem`` is what came of the last try."""

    key: str
    label: Any
    holder: Any
    is_demo: bool
    needs_consent: bool
    problem: str = ""


def fetchables_of(
    draft: Application, user: User, problems: Mapping[str, str] | None = None
) -> dict[str, Fetchable]:
    """By material key; not from a source without data of such applicants, and to no agent a person's data."""
    kind, found = draft.applicant_kind, dict[str, Fetchable]()
    if kind == Kind.PERSON and user.pk != draft.applicant_id:
        return found
    for entry in draft.spec.materials:
        source = source_of(entry)
        if source and kind in source.about:
            problem = (problems or {}).get(entry.key, "")
            consent = kind == Kind.PERSON
            found[entry.key] = Fetchable(entry.key, source.label, source.holder, source.is_demo, consent, problem)
    return found

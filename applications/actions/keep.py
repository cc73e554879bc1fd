"""Keeping one page of a draft: what was typed is saved, unless the same questions were answered elsewhere meanwhile.

Two devices share one draft. Each page carries a mark of the answers that it was drawn from; a page whose answers
changed since then is shown both, and nothing typed is lost.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from applications import filling
from applications.actions.start import held_draft
from applications.answers import in_words
from applications.models import Application
from hall.accounts.models import User
from hall.catalogue.spec import FormField, said
from hall.clock import now
from hall.crypto import keyed_digest
from hall.errors import WrongState


@dataclass(frozen=True, slots=True)
class Difference:
    label: str
    typed: str
    kept: str


class DraftChanged(WrongState):
    """The same questions were answered elsewhere; ``differences`` tells which and how."""

    def __init__(self, draft: Application, differences: Sequence[Difference]) -> None:
        super().__init__(_("这一页的内容刚才在别处修改过，您这次填写的还没有保存。"))
        self.draft, self.differences = draft, differences


@dataclass(frozen=True, slots=True)
class Kept:
    """``problems`` are those of these questions, as if everything had to be there; ``fresh`` are newly asked ones."""

    draft: Application
    problems: filling.Problems
    fresh: frozenset[str]
    warnings: list[str]


def mark_of(draft: Application, keys: Iterable[str]) -> str:
    """A mark of the stored answers to these questions."""
    return _mark(draft.all_answers, keys)


def mark_of_nothing(keys: Iterable[str]) -> str:
    """The mark of a draft in which none of these questions was answered yet."""
    return _mark({}, keys)


def _mark(answers: Mapping[str, Any], keys: Iterable[str]) -> str:
    return keyed_digest(json.dumps({key: answers.get(key) for key in sorted(keys)}, sort_keys=True))


@transaction.atomic
def keep_part(uid: UUID, user: User, fields: Sequence[FormField], raw: Mapping[str, Any], *, seen: str) -> Kept:
    """Save these questions' answers, right or wrong. Raises DraftChanged when ``seen`` is not the stored mark."""
    draft = held_draft(uid, user)
    before, keys = draft.all_answers, [field.key for field in fields]
    merged = {**before, **{key: raw.get(key) for key in keys}}
    answers, _ignored = filling.fill(draft.spec, merged, whole=False)
    if seen != mark_of(draft, keys) and (differences := _differences(fields, answers, before)):
        raise DraftChanged(draft, differences)
    draft.keep_answers(answers)
    draft.saved_at = now()
    draft.save()
    return Kept(
        draft,
        _problems(draft, merged, keys),
        frozenset(field.key for field in fields if field.asked(answers) and not field.asked(before)),
        [one for one in draft.spec.warnings_for(answers) if one not in draft.spec.warnings_for(before)],
    )


def _problems(draft: Application, merged: Mapping[str, Any], keys: Sequence[str]) -> filling.Problems:
    _answers, problems = filling.fill(draft.spec, merged, whole=True)
    return {place: words for place, words in problems.items() if place.partition(".")[0] in keys}


def _differences(fields: Sequence[FormField], typed: Mapping[str, Any], kept: Mapping[str, Any]) -> list[Difference]:
    return [
        Difference(said(field.label), in_words(field, typed.get(field.key)), in_words(field, kept.get(field.key)))
        for field in fields
        if typed.get(field.key) != kept.get(field.key)
    ]

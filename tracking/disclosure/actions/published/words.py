"""The words that a change may put in the place of the published ones, and what they must not be."""

import re
from copy import copy
from datetime import date

from django.utils.translation import gettext as _

from applications.models import Decision
from hall.errors import Incomplete
from tracking.disclosure.actions.draft import rewritten_from
from tracking.disclosure.actions.rewrite import problems_of
from tracking.disclosure.models import Disclosure

Words = dict[str, str]
_TEXTS = ("grantee", "content", "part_ground", "document_number")
_DAYS = ("valid_from", "valid_to")


def words_of(disclosure: Disclosure) -> Words:
    """As they stand; days in ISO, empty for none."""
    days = {name: getattr(disclosure, name) for name in _DAYS}
    return {name: getattr(disclosure, name) for name in _TEXTS} | {
        name: day.isoformat() if day else "" for name, day in days.items()
    }


def suggested(disclosure: Disclosure) -> Words:
    """What a drafter begins with: the words as they stand, or those of a decision that was corrected since."""
    decided = _as_decided(disclosure)
    return words_of(disclosure) if decided["document_number"] == disclosure.document_number else decided


def proposed(disclosure: Disclosure, *, grantee: str, content: str, part_ground: str) -> Words:
    """What a person wrote, with the number and the days of the decision as it is now; raises Incomplete."""
    grantee, content = grantee.strip(), content.strip()
    if problems := problems_of(disclosure, grantee, content, part_ground):
        raise Incomplete(_("公示内容还需要修改。"), fields=problems)
    return _as_decided(disclosure) | {"grantee": grantee, "content": content, "part_ground": part_ground}


def is_current(disclosure: Disclosure, words: Words) -> bool:
    """Whether the decision is still the one that the words tell of."""
    decided = _as_decided(disclosure)
    return all(words[name] == decided[name] for name in ("document_number", *_DAYS))


def put(disclosure: Disclosure, words: Words) -> None:
    """Into the disclosure; the caller saves."""
    for name in _TEXTS:
        setattr(disclosure, name, words[name])
    for name in _DAYS:
        setattr(disclosure, name, date.fromisoformat(words[name]) if words[name] else None)


def as_proposed(disclosure: Disclosure, words: Words) -> Disclosure:
    """How it would be with these words, in memory alone."""
    then = copy(disclosure)
    put(then, words)
    return then


def only_withholds(before: Words, after: Words) -> bool:
    """Whether ``after`` tells nothing that ``before`` did not: the same clauses, some left out or starred over."""
    same = all(before[name] == after[name] for name in ("document_number", *_DAYS))
    ground = after["part_ground"] or not before["part_ground"]
    pairs = ((_clauses(before[name]), _clauses(after[name])) for name in ("grantee", "content"))
    return bool(same and ground and all(_left_of(old, new) for old, new in pairs))


def _clauses(text: str) -> list[str]:
    return [clause for part in re.split(r"[，。；！？,;!?\n]", text) if (clause := part.strip())]


def _left_of(before: list[str], after: list[str]) -> bool:
    """In their order, each of ``after`` one of ``before``."""
    rest = iter(before)
    return all(any(_hides(new, old) for old in rest) for new in after)


def _hides(new: str, old: str) -> bool:
    return len(new) == len(old) and all(told in (known, "*") for told, known in zip(new, old, strict=True))


def _as_decided(disclosure: Disclosure) -> Words:
    decision = Decision.objects.select_related("application", "handling").get(uid=disclosure.decision_uid)
    told = Disclosure.objects.get(pk=disclosure.pk)
    rewritten_from(decision, told)
    return words_of(told)

"""Masking at the source: what is drafted for the public has lost the person before anybody edits it (PIPL Art. 25)."""

import re

from hall.masking import mask_free_text, mask_name
from hall.textsearch import squeezed

# What people put between the characters of a name.
_BETWEEN = r"[\s·•‧・．.,，、]*"


def without_person(text: str, name: str) -> str:
    """``text`` with the person's name masked wherever it stands, also when it is written apart."""
    if len(name) < 2:
        return text
    letters = re.sub(_BETWEEN, "", name)
    return re.sub(_BETWEEN.join(map(re.escape, letters)), mask_name(name), text)


def public_text(text: str, *, person: str = "") -> str:
    """Free text as it may be drafted: numbers masked, and the person's name when there is one."""
    masked = mask_free_text(text)
    return without_person(masked, person) if person else masked


def names_person(text: str, name: str) -> bool:
    """Whether the full name can be read or searched in ``text``."""
    return len(squeezed(name)) > 1 and squeezed(name) in squeezed(text)

"""What a machine can see in a text before it is published: personal numbers (domain.md §8.3). Names are for people."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.functional import Promise

from hall.masking import Kind, find, mask_free_text

# So many characters on either side let the checker find the place again.
AROUND = 12


@dataclass(frozen=True, slots=True)
class Finding:
    """One place; the excerpt is masked, so that a review never becomes a second copy of the number."""

    kind: Kind
    excerpt: str
    start: int

    @property
    def label(self) -> Promise:
        return self.kind.label


def sweep(text: str) -> list[Finding]:
    """Every personal number in ``text``."""
    return [Finding(found.kind, _excerpt(text, found.start, found.end), found.start) for found in find(text)]


def sweep_fields(texts: Mapping[str, str]) -> list[dict[str, str | int]]:
    """The findings of several named texts, as a review stores them; each waits for its resolution."""
    return [
        {"field": field, "kind": found.kind, "excerpt": found.excerpt, "start": found.start, "resolution": ""}
        for field, text in texts.items()
        for found in sweep(text)
    ]


def _excerpt(text: str, start: int, end: int) -> str:
    """The place with its neighbourhood; a number that the cut would have halved is masked before the cut."""
    before, within, after = (mask_free_text(part) for part in (text[:start], text[start:end], text[end:]))
    head = "…" if len(before) > AROUND else ""
    tail = "…" if len(after) > AROUND else ""
    return f"{head}{before[-AROUND:]}{within}{after[:AROUND]}{tail}"

"""What is wrong with an item file: which file, which field, why; in words for the person who writes it."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One mistake. ``path`` reads like ``form.sections[0].fields[2].type``."""

    path: str
    reason: str
    file: str = ""

    def __str__(self) -> str:
        return ": ".join(part for part in (self.file, self.path, self.reason) if part)


class Unreadable(Exception):
    """Every mistake of every file at once, so that a writer corrects them in one go."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = list(problems)
        super().__init__("\n".join(map(str, self.problems)))


def path_of(parts: Iterable[str | int]) -> str:
    """The written form of a place inside a document."""
    written = "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in parts)
    return written.removeprefix(".")

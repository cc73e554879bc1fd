"""D-06a 容缺受理通知书: told once, what may follow, in which form, by when, and what lateness costs."""

from dataclasses import dataclass
from datetime import date

from applications.documents.builders.content import Content
from applications.documents.kinds import Kind


@dataclass(frozen=True, slots=True)
class Owed:
    """One material that is to follow."""

    material: str
    form: str
    due: date
    consequence: str


@dataclass(frozen=True, slots=True)
class ToleranceNotice(Content):
    kind = Kind.TOLERANCE
    template = "documents/tolerance.html"

    owed: tuple[Owed, ...]

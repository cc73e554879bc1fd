"""Who does a deed: named by uid and by the name as it was then, so that history outlives the account."""

from dataclasses import dataclass
from uuid import UUID


@dataclass(frozen=True, slots=True)
class Actor:
    """A person who acts; ``None`` in its place means that the law or the machine acted."""

    uid: UUID
    name: str

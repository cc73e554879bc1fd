"""What the drafting deed adds to the facts: number, date, officer, disclosure and the way to verify."""

from dataclasses import dataclass
from datetime import date

from applications.documents.kinds import MANNERS, Kind


@dataclass(frozen=True, slots=True)
class Imprint:
    """The marks of one issued paper; ``demo`` puts 演示 across the page and into the seal."""

    kind: Kind
    number: str
    issued_on: date
    officer: str
    disclosure: str
    verify_code: str
    verify_url: str
    demo: bool

    @property
    def title(self) -> str:
        return str(self.kind.label)

    @property
    def seal(self) -> str | None:
        return MANNERS[self.kind].seal

    @property
    def readable_code(self) -> str:
        """The code in groups of four, as a person would copy it."""
        return " ".join(self.verify_code[at : at + 4] for at in range(0, len(self.verify_code), 4))

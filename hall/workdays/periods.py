"""What goes into a calculation of days: a limit and the times that do not count. Pure."""

from dataclasses import dataclass
from datetime import date
from typing import Literal, Protocol

Unit = Literal["working", "natural", "month"]


class Calendar(Protocol):
    """What is known of days; ``version`` tells which knowledge a stored due date rests on."""

    @property
    def version(self) -> str: ...

    @property
    def division(self) -> str:
        """Whose calendar it is."""

    def is_workday(self, day: date) -> bool: ...

    def note(self, day: date) -> str:
        """Why a day is worked or not: 春节, 周末."""

    def is_provisional(self, day: date) -> bool:
        """Whether the yearly notice for this day has not come yet."""


@dataclass(frozen=True, slots=True)
class Limit:
    """A number of days or months. No days at all means on the spot (即办)."""

    days: int
    unit: Unit = "working"

    def __post_init__(self) -> None:
        if self.days < 0:
            raise ValueError("a limit cannot be negative")


@dataclass(frozen=True, slots=True)
class Suspension:
    """Time taken out of a period (行政许可法 Art. 45); both its ends are taken out."""

    first: date
    last: date
    reason: str = ""

    def __post_init__(self) -> None:
        if self.last < self.first:
            raise ValueError("a suspension cannot end before it begins")

    def __contains__(self, day: date) -> bool:
        return self.first <= day <= self.last

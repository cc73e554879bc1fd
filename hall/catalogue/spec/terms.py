"""Periods, and the special procedures that stop them (行政许可法 Art. 42, 45)."""

from dataclasses import dataclass
from typing import Any, Literal

Unit = Literal["working", "natural", "month"]
# How many working days whoever is heard has to state their views (行政许可法 Art. 36), where the item says nothing.
STATEMENT_DAYS = 5


@dataclass(frozen=True, slots=True)
class Limit:
    """A period: days (or months), its unit and its words when it cannot be computed (``days`` is then None)."""

    days: int | None
    unit: Unit = "working"
    extension_days: int = 0
    note: Any = ""


# 行政许可法 Art. 45, a closed list: nothing else stops the clock, unless an item names the law that says so.
STOPS_THE_CLOCK = (
    "hearing", "tender", "auction", "inspection", "testing", "quarantine", "appraisal", "expert_review",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class SpecialProcedure:
    """What the guide announces; ``stops_clock`` of a kind of its own rests on the ``basis`` beside it."""

    name: Any
    kind: str
    days: int | None = None
    basis: Any = ""
    note: Any = ""
    stops_clock: bool = False

"""What a licence costs (行政许可法 Art. 58, 59): what the published item says of these answers; nothing is typed.

Amounts are Decimal yuan of two places (GB/T 39046: n..16,2). An item without fee rows costs nothing.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import Any, Literal

from hall.catalogue.conditions import Answers, Condition, holds, number_of

CENT = Decimal("0.01")
# n..16,2 of GB/T 39046: what is as much as this has one figure too many.
TOO_MUCH = Decimal(10) ** 14
# What an unpaid fee holds up, in the order of the procedure: whatever comes later waits as well.
FeeStage = Literal["decision", "issue", "delivery"]
STAGES: tuple[FeeStage, ...] = ("decision", "issue", "delivery")


@dataclass(frozen=True, slots=True)
class Reduction:
    """A published ground on which ``percent`` of a fee is let off; 100 is all of it."""

    key: str
    text: Any
    basis: Any
    percent: int

    def taken_off(self, amount: Decimal) -> Decimal:
        return (amount * self.percent / 100).quantize(CENT, ROUND_HALF_UP)


@dataclass(frozen=True, slots=True)
class Fee:
    """One row: ``amount`` yuan, once or ``per`` unit of these answers, where ``when`` holds and for these ``purposes``.

    Without an amount (a draft, or a version from before there were any) nothing can be charged.
    """

    name: Any
    standard: Any
    basis: Any = ""
    basis_level: str = ""
    amount: Decimal | None = None
    per: tuple[str, ...] = ()
    when: Condition | None = None
    purposes: tuple[str, ...] = ("new",)
    reductions: tuple[Reduction, ...] = ()

    def due(self, answers: Answers, purpose: str) -> Decimal:
        """What this row costs; nothing where it does not apply."""
        if self.amount is None or purpose not in self.purposes or not holds(self.when, answers):
            return Decimal(0)
        due = self.amount
        for key in self.per:
            due *= number_of(answers.get(key)) or Decimal(0)
        return due.quantize(CENT, ROUND_HALF_UP)

    def reduction(self, key: str) -> Reduction | None:
        return next((one for one in self.reductions if one.key == key), None)


@dataclass(frozen=True, slots=True)
class Fees:
    """The rows, the step with which they fall due (acceptance when empty), and what waits while they are unpaid."""

    rows: tuple[Fee, ...] = ()
    payable_from: str = ""
    holds_up: FeeStage = "issue"

    def __bool__(self) -> bool:
        return bool(self.rows)

    def hold_up(self, stage: FeeStage) -> bool:
        return STAGES.index(stage) >= STAGES.index(self.holds_up)


NO_FEES = Fees()


def fees_of(written: Mapping[str, Any]) -> Fees:
    """The typed reading of ``fees`` of an item file."""
    if not written.get("charged"):
        return NO_FEES
    rows = tuple(_row(one) for one in written.get("items", ()))
    return Fees(rows, written.get("payable_from", ""), written.get("holds_up", "issue"))


def _row(one: Mapping[str, Any]) -> Fee:
    given = {name: one[name] for name in ("name", "standard", "basis", "basis_level", "when") if name in one}
    if "amount" in one:
        given["amount"] = Decimal(str(one["amount"]))
    for name in ("per", "purposes"):
        if name in one:
            given[name] = tuple(one[name])
    return Fee(**given, reductions=tuple(Reduction(**part) for part in one.get("reductions", ())))

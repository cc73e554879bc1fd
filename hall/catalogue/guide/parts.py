"""The shapes of a guide's parts."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class MaterialRow:
    """One line of the list of materials."""

    number: int
    name: str
    need: str
    kind: str
    copies: str
    source: str
    basis: str
    standard: str
    note: str
    instead: list[str]


@dataclass(frozen=True, slots=True)
class StepRow:
    """One step as a timeline shows it."""

    title: str
    text: str
    meta: str
    state: str = "next"


@dataclass(frozen=True, slots=True)
class Procedure:
    name: str
    stops_clock: bool
    days: int | None
    basis: str
    note: str


@dataclass(frozen=True, slots=True)
class Fee:
    name: str
    standard: str
    basis: str
    reduction: str
    # Each ground on which it is let off, with how much and its law.
    reductions: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class Question:
    question: str
    answer: str

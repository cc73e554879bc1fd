"""What still stands in the way of a decision: a hearing owed, a check-list open, a promise not made good ...

The deed refuses while anything is listed; the desk shows the same list before anybody presses the button.
"""

from collections.abc import Callable, Iterable, Iterator

from applications.models import Handling
from applications.models.reading import unchanged
from applications.queries.hindrances import (
    allocation,
    bars,
    checklist,
    conflict,
    conveyance,
    fees,
    hearing,
    inspection,
    joint,
    parties,
    promises,
    suspension,
)

# Each room adds its function: the handling and whether a grant is meant; a denial may need less.
Hindrance = Callable[[Handling, bool], Iterable[str]]

# What belongs to the examination must be done before the lower agency reports up as well (Art. 35).
EXAMINATION: tuple[Hindrance, ...] = (
    inspection.owed,
    checklist.unmet,
    hearing.unfinished_here,
    suspension.hindrance,
    parties.unheard,
    conflict.undecided,
    joint.hindrance,
)
HINDRANCES: tuple[Hindrance, ...] = (
    bars.hindrance,
    *EXAMINATION,
    hearing.wanted_by_law,
    promises.hindrance,
    allocation.of_allocation,
    fees.unpaid,
    conveyance.hindrance,
)


def hindrances(handling: Handling, *, granting: bool) -> Iterator[str]:
    """One sentence for each thing that must be done first."""
    with unchanged(handling.application):
        for of_room in HINDRANCES:
            yield from of_room(handling, granting)


def unfinished(handling: Handling, *, favourable: bool) -> Iterator[str]:
    """The same of the examination alone, asked before a preliminary opinion goes up."""
    with unchanged(handling.application):
        for of_room in EXAMINATION:
            yield from of_room(handling, favourable)

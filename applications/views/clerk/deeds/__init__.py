"""An address for each deed. The page offers only what is lawful now; the deed itself decides."""

from applications.views.clerk.deeds import (
    allocation,
    clock,
    decision,
    ending,
    examination,
    exams,
    fairness,
    fees,
    filing,
    hearing,
    inquiry,
    intake,
    levels,
    promises,
    supervision,
)
from applications.views.clerk.deeds.deed import Deed

# A module for each room of the procedure; a new room is one more name here.
ROOMS = (
    inquiry,
    intake,
    examination,
    hearing,
    clock,
    decision,
    promises,
    ending,
    fairness,
    supervision,
    filing,
    allocation,
    levels,
    fees,
    exams,
)

DEEDS: dict[str, Deed] = {deed.name: deed for room in ROOMS for deed in room.DEEDS}

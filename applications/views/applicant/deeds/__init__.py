"""An address for each of the applicant's deeds. The page offers only what is lawful now; the deed itself decides."""

from applications.views.applicant.deeds import agents, consultation, ending, fairness, hearing, inquiry, promises
from applications.views.applicant.deeds.deed import OwnDeed

# A module for each room of the procedure, with its DEEDS.
ROOMS: tuple[tuple[OwnDeed, ...], ...] = (
    inquiry.DEEDS,
    ending.DEEDS,
    hearing.DEEDS,
    promises.DEEDS,
    fairness.DEEDS,
    consultation.DEEDS,
    agents.DEEDS,
)

DEEDS: dict[str, OwnDeed] = {deed.name: deed for room in ROOMS for deed in room}

"""The rooms of the procedure: what a case may need beside its straight road, each with tables of its own."""

from enum import StrEnum


class Room(StrEnum):
    """Written on the case when a room is first entered, so that pages and deeds ask only the rooms it has been in."""

    CORRECTION = "correction"
    SPOT_CORRECTION = "spot_correction"
    COMMITMENT = "commitment"
    TOLERANCE = "tolerance"
    INQUIRY = "inquiry"
    AUTOMATIC = "automatic"
    INSPECTION = "inspection"
    PARTIES = "parties"
    CHECKLIST = "checklist"
    CONFLICT = "conflict"
    OPINION = "opinion"
    JOINT = "joint"
    RETURN = "return"
    TRANSFER = "transfer"
    SUSPENSION = "suspension"
    TESTERS = "testers"
    EXTENSION = "extension"
    HEARING = "hearing"
    ALLOCATION = "allocation"
    BAR = "bar"
    SUPERVISION = "supervision"
    ENDING = "ending"
    DUPLICATE = "duplicate"
    DRAFTING = "drafting"
    LICENCE = "licence"
    RECOUNT = "recount"

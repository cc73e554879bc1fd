"""The calendar, its versions, and the changes that somebody proposes to it."""

from hall.workdays.models.calendar import (
    NATION,
    CalendarDay,
    CalendarRevision,
    CalendarYear,
    Source,
    version_of,
)
from hall.workdays.models.proposal import CalendarProposal, ProposalState, ProposedMove

__all__ = [
    "NATION",
    "CalendarDay",
    "CalendarProposal",
    "CalendarRevision",
    "CalendarYear",
    "ProposalState",
    "ProposedMove",
    "Source",
    "version_of",
]

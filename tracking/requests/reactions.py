"""What follows for requests from the facts of the calendar."""

from hall.workdays.recounting import counted_by_calendar
from tracking.requests.actions.recount import CountedRequests

counted_by_calendar(CountedRequests)

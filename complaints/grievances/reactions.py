"""What follows for complaints from the facts of the calendar."""

from complaints.grievances.actions.recount import CountedGrievances
from hall.workdays.recounting import counted_by_calendar

counted_by_calendar(CountedGrievances)

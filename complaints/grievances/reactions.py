"""What follows for complaints from the facts of the calendar."""

from complaints.grievances.actions.recount import recount
from hall.events.announcements import on
from hall.events.models import Event
from hall.workdays.events import CalendarChanged


@on(CalendarChanged)
def count_again(event: Event) -> None:
    recount()

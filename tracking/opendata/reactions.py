"""What follows for the open data from what was corrected or taken back."""

from datetime import date

from hall.events.announcements import on
from hall.events.models import Event
from tracking.disclosure.events import Corrected, TakenBack
from tracking.opendata.actions.remaking import drop_files


@on(Corrected)
@on(TakenBack)
def drop_files_that_hold_it(event: Event) -> None:
    drop_files(event.hall_code, date.fromisoformat(event.payload["published_on"]))

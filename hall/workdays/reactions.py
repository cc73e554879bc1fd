"""What follows when the calendar changes, or when somebody proposes that it should."""

from hall.events.announcements import on
from hall.events.models import Event
from hall.workdays.batches import begin, recount_batch
from hall.workdays.events import BatchToForesee, BatchToRecount, CalendarChanged
from hall.workdays.foreseeing import foresee_batch
from hall.workdays.recounting import counted_named


@on(CalendarChanged)
def begin_recount(event: Event) -> None:
    """Every open clock is counted again, a batch at a time."""
    begin(event.payload["region"], event.payload["calendar_version"])


@on(BatchToRecount)
def recount_one_batch(event: Event) -> None:
    batch = BatchToRecount(**event.payload)
    counted = counted_named(batch.counted)
    # A room that was removed has nothing to count.
    if counted:
        recount_batch(counted, batch)


@on(BatchToForesee)
def foresee_one_batch(event: Event) -> None:
    foresee_batch(event.subject_uid, BatchToForesee(**event.payload))

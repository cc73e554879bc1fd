"""Writing the derived due columns, here and nowhere else: called whenever a fact changed on which a clock depends."""

from collections.abc import Iterator
from datetime import date

from applications import clocks, deadlines
from applications.lifecycle import CaseState, HandlingState
from applications.models import OPEN, Application, Handling, Role, Room
from applications.models.reading import unchanged
from applications.queries.dues import receipt_day
from applications.queries.moments import next_moment
from applications.queries.told_dues import promise_calendar
from hall.clock import today
from hall.workdays.arithmetic import Calendar
from hall.workdays.calendars import calendar_for


def rebuild_dues(application: Application, handling: Handling) -> None:
    """Derive every due date of the case and of its handlings from their facts; the caller saves the case."""
    with unchanged(application):
        _derive(application, handling)
        beside = _beside(application, handling)
    handling.save()
    for part in beside:
        part.save(update_fields=["statutory_due", "step_due", "desk_due"])


def _derive(application: Application, handling: Handling) -> None:
    calendar = calendar_for(handling.hall.code)
    since = handling.step_since
    application.intake_due = None
    # T1 runs while an application is received; it restarts when a supplement arrives (domain.md §1.3).
    if application.state == CaseState.RECEIVED:
        since = receipt_day(application)
        application.intake_due = deadlines.intake_due(since, calendar).due
    # The promise is the lead's, and counted by its calendar, whichever part the deed was done in (Art. 26).
    lead = handling if _answers(application, handling) else lead_of(application) or handling
    by = calendar if lead is handling else calendar_for(lead.hall.code)
    application.promise_due = _on(clocks.promise_of(application), promise_calendar(application, by))
    application.calendar_version = by.version
    rebuild_part(handling, calendar, since)
    rewatch(application, lead, by)


def _beside(application: Application, handling: Handling) -> list[Handling]:
    """In joint handling all wait for what one department waits for (Art. 26), so the others' days move as well."""
    if not (application.has_been_in(Room.JOINT) and application.has_been_in(Room.SUSPENSION)):
        return []
    parts = list(application.handlings.select_related("hall").exclude(pk=handling.pk).order_by("id"))
    for part in parts:
        part.application = application
        rebuild_part(part, calendar_for(part.hall.code), part.step_since)
    return parts


def _answers(application: Application, handling: Handling) -> bool:
    """Whether this part answers to the applicant: one that ended may have handed the case on, up, down or away."""
    handed_on = application.spec.is_two_level or application.has_been_in(Room.TRANSFER)
    return handling.is_lead and (handling.is_open or not handed_on)


def rebuild_part(handling: Handling, calendar: Calendar, since: date | None) -> None:
    """What belongs to one agency's part; ``since`` is the day from which its open step counts."""
    handling.statutory_due = _on(clocks.statutory_of(handling), calendar)
    handling.step_due = _on(clocks.step_of(handling, since), calendar)
    handling.desk_due = min(_counting(handling, calendar), default=None)


def rewatch(application: Application, lead: Handling, calendar: Calendar) -> None:
    """Which limit passes next, and when the case has to be settled; the caller saves."""
    application.watched_due = min((due for _key, due in clocks.watched(application, lead, calendar)), default=None)
    application.settle_at = next_moment(application)


def lead_of(application: Application) -> Handling | None:
    """The part that answers to the applicant: the open lead, or the one that had the case last."""
    leads = application.handlings.select_related("hall", "department").filter(role=Role.LEAD)
    found = leads.filter(state__in=OPEN).first() or leads.order_by("-id").first()
    if found:
        found.application = application
    return found


def _on(period: deadlines.Period | None, calendar: Calendar) -> date | None:
    return period.reckon(calendar, today()).on if period else None


def _counting(handling: Handling, calendar: Calendar) -> Iterator[date]:
    """The days that count at this desk: none once nothing is left to do here."""
    application = handling.application
    if application.state == CaseState.CORRECTING:
        yield from application.corrections.filter(supplied_at=None).values_list("due", flat=True)[:1]
    elif handling.is_open:
        running = [application.intake_due, application.promise_due, handling.statutory_due]
        yield from (day for day in running if day)
        # While the clock stands, what is waited for has a day of its own (T16).
        yield from (clocks.pause_of(one).expected(calendar) for one in clocks.running_of(application))
    elif handling.is_lead and handling.state == HandlingState.CONCLUDED and application.state == CaseState.DECIDED:
        delivery = clocks.delivery_of(application)
        assert delivery is not None
        yield delivery.reckon(calendar, today()).due.due

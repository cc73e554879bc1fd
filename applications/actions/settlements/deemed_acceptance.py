"""Silence is acceptance (行政许可法 Art. 32 (4)): with no outcome five working days after receipt, the application is
accepted from the day of receipt.
"""

from datetime import datetime

from applications.actions.admission import admit
from applications.actions.clocks import rebuild_dues
from applications.events import RuleBroken
from applications.lifecycle import AcceptanceMode, HandlingState
from applications.models import OPEN, Application, Handling, Role, Room
from applications.queries.dues import receipt_day
from hall.accounts.deeds import announce
from hall.clock import local_date


def accept_by_silence(application: Application, moment: datetime) -> None:
    handling = application.handlings.select_related("hall", "department").get(state=HandlingState.INTAKE)
    handling.application = application
    silent_until = application.intake_due
    admit(handling, on=receipt_day(application), mode=AcceptanceMode.DEEMED, by=None)
    # What follows has its days from the moment itself, not from when somebody noticed.
    for part in (handling, *_joining(application)):
        part.step_since = local_date(moment)
        rebuild_dues(application, part)
    announce(application, RuleBroken("R01", handling.uid, silent_until), by=None)


def _joining(application: Application) -> list[Handling]:
    """The departments that joined with the acceptance (Art. 26)."""
    if not application.has_been_in(Room.JOINT):
        return []
    parts = list(application.handlings.select_related("hall", "department").filter(role=Role.JOINT, state__in=OPEN))
    for part in parts:
        part.application = application
    return parts

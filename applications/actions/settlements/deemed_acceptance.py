"""Silence is acceptance (行政许可法 Art. 32 (4)): with no outcome five working days after receipt, the application is
accepted from the day of receipt.
"""

from datetime import datetime

from applications.actions.admission import admit
from applications.actions.clocks import rebuild_dues
from applications.events import RuleBroken
from applications.lifecycle import AcceptanceMode, HandlingState
from applications.models import Application
from applications.queries.dues import receipt_day
from hall.accounts.deeds import announce
from hall.clock import local_date


def accept_by_silence(application: Application, moment: datetime) -> None:
    handling = application.handlings.select_related("hall", "department").get(state=HandlingState.INTAKE)
    handling.application = application
    silent_until = application.intake_due
    admit(handling, on=receipt_day(application), mode=AcceptanceMode.DEEMED, by=None)
    # The step that follows has its days from the moment itself, not from when somebody noticed.
    handling.step_since = local_date(moment)
    rebuild_dues(application, handling)
    announce(application, RuleBroken("R01", handling.uid, silent_until), by=None)

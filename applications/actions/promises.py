"""What promises and tolerated materials bring about in other deeds: told at acceptance, verified after a grant."""

from datetime import date

from applications import deadlines
from applications.actions.errands import open_errand
from applications.lifecycle import AcceptanceMode
from applications.models import Application, Handling, Tolerance
from applications.models.errand import Matter
from applications.queries.promises import commitments_of, outstanding
from hall.accounts.models import Duty
from hall.workdays.arithmetic import Limit
from hall.workdays.calendars import calendar_for


def mode_of(application: Application) -> AcceptanceMode:
    """On what footing a complete application is accepted: what is owed later counts before what is promised."""
    if outstanding(application):
        return AcceptanceMode.TOLERANT
    return AcceptanceMode.COMMITTED if commitments_of(application) else AcceptanceMode.NORMAL


def follow_promises(handling: Handling, *, since: date) -> None:
    """Each promise that nobody has verified yet waits for an examiner of the deciding agency (国办发〔2020〕42号)."""
    spec = {one.key: one for one in handling.application.spec.materials}
    for promise in commitments_of(handling.application):
        told = spec[promise.key].commitment
        if not promise.result and told:
            limit = Limit(told.verify_days, "working")
            open_errand(handling, Duty.EXAMINER, Matter.VERIFY_COMMITMENT, promise.uid, since=since, limit=limit)


def count_tolerances(application: Application, *, hall_code: str) -> None:
    """Derive by when each material has to follow, from the day on which acceptance told it."""
    for one in outstanding(application):
        if one.told_on:
            one.due = _due(one, hall_code)
            one.save(update_fields=["due"])


def _due(one: Tolerance, hall_code: str) -> date:
    assert one.told_on is not None
    return deadlines.period_of(one.told_on, Limit(one.days, "working"), calendar_for(hall_code)).due

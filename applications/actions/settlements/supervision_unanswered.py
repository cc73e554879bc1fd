"""R16 (domain.md §7.4): the answer to an order is late. Noted once; the answer is owed as before."""

from datetime import datetime

from applications.actions.clocks import rebuild_dues
from applications.events import RuleBroken
from applications.models import Application
from hall.accounts.deeds import announce


def note_late_answer(application: Application, moment: datetime) -> None:
    late = application.supervision_orders.filter(answered_at=None, late_noted=False).order_by("due").first()
    assert late is not None, "the moment was read from this row"
    late.late_noted = True
    late.save(update_fields=["late_noted"])
    handling = application.handlings.select_related("hall", "department").get(pk=late.handling_id)
    handling.application = application
    rebuild_dues(application, handling)
    announce(application, RuleBroken("R16", handling.uid, late.due), by=None)

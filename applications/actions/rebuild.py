"""Every derived due date of a case again, from its facts alone: also those that move no more, such as a closed part's.

``manage.py rebuild_dues`` proves it: delete them all, rebuild, and nothing has changed. Nothing is decided, told or
announced here, and nothing is settled: what has fallen due waits for whoever reads next.
"""

from uuid import UUID

from django.db import transaction

from applications.actions.clocks import lead_of, rebuild_dues, rebuild_part
from applications.actions.recount import derive
from applications.models import Application
from applications.queries.derived import derived_dates
from hall.workdays.calendars import calendar_for


@transaction.atomic
def rebuild(uid: UUID) -> bool:
    """Says whether any date was not what the facts say."""
    held = Application.objects.select_for_update(of=("self",))
    application = held.select_related("hall", "offering", "item_version").get(uid=uid)
    before = _dates(application)
    lead = lead_of(application)
    for handling in application.handlings.select_related("hall", "department").order_by("id"):
        handling.application = application
        rebuild_part(handling, calendar_for(handling.hall.code), handling.step_since)
        handling.save()
    derive(application)
    # The case's own dates are those of the part that answers to the applicant, so it comes last.
    if lead:
        lead.refresh_from_db(fields=["statutory_due", "step_due", "desk_due"])
        rebuild_dues(application, lead)
    application.save()
    return _dates(application) != before


def _dates(application: Application) -> dict[str, object]:
    watch = {"watched": application.watched_due, "settle": application.settle_at}
    return {**{name: one.day for name, one in derived_dates(application).items()}, **watch}

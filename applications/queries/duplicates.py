"""Duplicates: the same applicant asks for the same item in the same division while an earlier case is still open."""

from applications.lifecycle import UNDECIDED
from applications.models import OPEN, Application, Handling, Room
from applications.models.reading import read_once
from hall.database.statements import rows

# Asked at each filing. One that is not received yet has every other before it.
_EARLIER = """
    applicant_id = %s AND division_code = %s AND state = ANY(%s) AND id <> %s
    AND offering_id IN (SELECT id FROM catalogue_offering WHERE item_id = %s)
    AND (received_at < %s) IS NOT FALSE ORDER BY received_at
"""


def earlier_open(application: Application) -> list[Application]:
    """Undecided cases that were received before this one, the earliest first."""
    one, states = application, [str(state) for state in UNDECIDED]
    asked = [one.applicant_id, one.division_code, states, one.pk, one.offering.item_id, one.received_at]
    return rows(Application, _EARLIER, *asked, unread=("answers", "personal_answers"))


def keepable(handling: Handling) -> list[Application]:
    """Into which cases this one may be merged: earlier ones at the same department. Most cases ask nothing."""
    application = handling.application
    if not application.has_been_in(Room.DUPLICATE):
        return []
    return read_once(application, f"keepable for {handling.pk}", lambda: _keepable(handling))


def _keepable(handling: Handling) -> list[Application]:
    earlier = earlier_open(handling.application)
    here = Handling.objects.filter(application__in=earlier, department=handling.department_id, state__in=OPEN)
    known = set(here.values_list("application", flat=True))
    return [one for one in earlier if one.pk in known]

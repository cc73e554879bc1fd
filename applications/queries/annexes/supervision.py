"""What the supervisor found and what the agency answered, for those who work on the case; never for the applicant."""

from django.utils.translation import gettext as _

from applications.models import Handling, Room
from applications.queries.annexes.annex import Annex


def of_handling(handling: Handling) -> Annex | None:
    if not handling.application.has_been_in(Room.SUPERVISION):
        return None
    found = list(handling.supervision_orders.order_by("id"))
    return Annex("supervision", _("督办"), "applications/annexes/supervision.html", found) if found else None

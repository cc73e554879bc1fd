"""A case that was found to belong to another agency: from whom to whom, when and why, for everybody concerned."""

from django.utils.translation import gettext as _

from applications.models import Application, Handling, Room
from applications.queries.annexes.annex import Annex


def for_handling(handling: Handling) -> Annex | None:
    if not handling.application.has_been_in(Room.TRANSFER) or not handling.is_lead or handling.is_upper:
        return None
    return for_case(handling.application)


def for_case(application: Application) -> Annex | None:
    if not application.has_been_in(Room.TRANSFER):
        return None
    moved = application.transfers.select_related("before__department", "after__department")
    return Annex("transfers", _("移送"), "applications/annexes/transfers.html", list(moved))

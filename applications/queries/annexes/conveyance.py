"""Whose licence goes over in this case, and since when the holder agrees (行政许可法 Art. 9)."""

from django.utils.translation import gettext as _

from applications.models import Application, Handling
from applications.queries.annexes.annex import Annex
from applications.queries.conveyances import conveyance_of


def for_handling(handling: Handling) -> Annex | None:
    return for_case(handling.application)


def for_case(application: Application) -> Annex | None:
    offer = conveyance_of(application)
    return Annex("conveyance", _("转让的许可"), "applications/annexes/conveyance.html", offer) if offer else None

"""New entries of a correction that were laid before the supervisor (行政许可法 Art. 32 (4)); the public sees none."""

from django.utils.translation import gettext as _

from applications.models import Handling, Room
from applications.queries.annexes.annex import Annex


def of_handling(handling: Handling) -> Annex | None:
    if not handling.application.has_been_in(Room.CORRECTION) or handling.is_upper:
        return None
    found = list(handling.application.widenings.all())
    return Annex("widening", _("增补补正要求"), "applications/annexes/widening.html", found) if found else None

"""What was corrected on the spot, before and after (行政许可法 Art. 32 (3)), and what is open today."""

from django.utils.translation import gettext as _

from applications.models import Application, Handling, Room
from applications.queries.annexes.annex import Annex
from applications.queries.spot import open_spot_correction


def of_handling(handling: Handling) -> Annex | None:
    """Before acceptance one agency alone has the case; above, the package says how it stands (Art. 35)."""
    return None if handling.is_upper else _shown(handling.application, own=False)


def of_case(application: Application) -> Annex | None:
    return _shown(application, own=True)


def _shown(application: Application, *, own: bool) -> Annex | None:
    if not application.has_been_in(Room.SPOT_CORRECTION):
        return None
    now_open = open_spot_correction(application)
    done = list(application.spot_corrections.exclude(corrected_at=None))
    if not done and not now_open:
        return None
    shown = {"open": now_open, "done": done, "application": application if own else None}
    return Annex("spot", _("当场更正"), "applications/annexes/spot.html", shown)

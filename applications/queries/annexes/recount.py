"""What a changed calendar moved in a case, and what it did not: domain.md §11 (3)."""

from uuid import UUID

from django.utils.translation import gettext as _

from applications.models import Application, Handling, MovedDue, Room
from applications.models.moved_due import DueClock
from applications.queries.annexes.annex import Annex

TEMPLATE = "applications/annexes/recount.html"


def for_case(application: Application) -> Annex | None:
    """Everything, to the applicant."""
    return _annex(application, list(application.moved_dues.all())) if application.has_been_in(Room.RECOUNT) else None


def for_handling(handling: Handling) -> Annex | None:
    """What is the whole case's or this part's own: the other level's clock is not seen from here."""
    application = handling.application
    if not application.has_been_in(Room.RECOUNT):
        return None
    ours: set[UUID] = {application.uid, handling.uid}
    moves = [one for one in application.moved_dues.all() if _seen(one, ours, handling.is_upper)]
    return _annex(application, moves)


def _seen(move: MovedDue, ours: set[UUID], upper: bool) -> bool:
    return move.subject_uid in ours or (move.clock == DueClock.CORRECTION and not upper)


def _annex(application: Application, moves: list[MovedDue]) -> Annex | None:
    return Annex("recount", _("期限调整"), TEMPLATE, {"moves": moves}) if moves else None

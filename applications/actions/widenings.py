"""What becomes of a widening inside the deed that answers it or makes it needless; the caller holds the case."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop, override

from applications.actions.errands import close_errands
from applications.models import Application, Room, Widening
from applications.queries.corrections import open_widening
from hall.accounts.models import User
from hall.clock import now


def answer_it(widening: Widening, by: User | None, *, allowed: bool, answer: str) -> None:
    widening.allowed, widening.answer, widening.answered_at = allowed, answer, now()
    if by:
        widening.answered_by_uid, widening.answered_by_name = by.uid, by.name
    widening.save()
    close_errands(widening.uid, by=by)


WENT_ON, ENDED = gettext_noop("受理环节已经继续，不再需要审核。"), gettext_noop("办件已经终结，不再需要审核。")


def drop_widening(application: Application, *, by: User | None, why: str = WENT_ON) -> None:
    """Intake went on without waiting for the answer, or the case ended: nothing is left to be let pass."""
    if not application.has_been_in(Room.CORRECTION):
        return
    if widening := open_widening(application):
        with override("zh-hans"):
            answer_it(widening, by, allowed=False, answer=_(why))

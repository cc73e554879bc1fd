"""Accepting (行政许可法 Art. 32 (5)): what is complete and lawful in form must be accepted."""

from uuid import UUID

from django.utils.translation import gettext as _

from applications.actions.admission import admit
from applications.actions.locking import locked_handling
from applications.actions.promises import mode_of
from applications.models import Handling, Room
from applications.queries.dues import receipt_day
from applications.rules import may_take_in
from hall.accounts.models import User
from hall.clock import today
from hall.errors import NotAllowed


def accept(uid: UUID, user: User, *, seen: int) -> Handling:
    """Accept from today; after a correction, from the day the last supplement arrived."""
    with locked_handling(uid, seen=seen) as handling:
        if not may_take_in(user, handling):
            raise NotAllowed(_("只有承办部门的窗口受理人员可以受理。"))
        application = handling.application
        # Only a case that was corrected counts from an earlier day; any other is accepted today.
        on = receipt_day(application) if application.has_been_in(Room.CORRECTION) else today()
        return admit(handling, on=on, mode=mode_of(application), by=user)

"""What a part that ends leaves behind at other desks: nothing. Its questions are withdrawn, late joint parts ended."""

from applications.actions.clocks import rebuild_dues
from applications.actions.errands import close_errands
from applications.actions.stepping import finish
from applications.models import OPEN, Handling, Role, Room
from hall.accounts.models import User
from hall.clock import now

# What the file says of a department that was late, urged, and decided without.
UNSAID = "逾期未提出意见，牵头部门已督促，依法继续办理。"


def wind_up(handling: Handling, *, by: User | None) -> None:
    """Questions that this part asked need no answer any more; the caller holds the lock."""
    if not handling.application.has_been_in(Room.OPINION):
        return
    for asked in handling.opinion_requests.filter(answered_at=None, withdrawn_at=None):
        asked.withdrawn_at = now()
        asked.save(update_fields=["withdrawn_at"])
        close_errands(asked.uid, by=by)


def end_parts(handling: Handling, *, by: User | None, why: str = UNSAID) -> None:
    """The joint parts that are still open end with the lead's decision, or with its leaving the case (Art. 26)."""
    application = handling.application
    if not application.has_been_in(Room.JOINT):
        return
    parts = application.handlings.select_related("hall", "department__hall").filter(state__in=OPEN, role=Role.JOINT)
    for part in parts:
        part.application = application
        finish(part, by=None, favourable=None, opinion=why)
        part.end(at=now())
        wind_up(part, by=by)
        close_errands(part.uid, by=by)
        rebuild_dues(application, part)

"""No decision while the applicant waits for an answer on an officer who should keep out (回避)."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from applications.models import AvoidanceState, Handling, Room


def undecided(handling: Handling, granting: bool) -> Iterator[str]:
    if not handling.application.has_been_in(Room.CONFLICT):
        return
    if handling.avoidances.filter(state=AvoidanceState.PENDING).exists():
        yield _("申请人申请办理人员回避，还没有答复")

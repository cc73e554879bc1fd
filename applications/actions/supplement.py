"""A file from the lower agency's own supplementary examination, after its package came back (行政许可法 Art. 35).

It is the agency's, never the applicant's: after acceptance nothing more is asked of them (R03).
"""

from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from applications.actions.exhibits import put_in, take
from applications.actions.locking import locked_handling
from applications.events import ExhibitAdded
from applications.models import Handling, Package, Room
from applications.rules import may_examine
from hall.accounts.deeds import announce
from hall.accounts.models import User
from hall.errors import NotAllowed, NotFound, WrongState


def supplement(uid: UUID, user: User, *, seen: int, file: Any) -> Package:
    """Put one file beside the package that came back, which is returned; the next package takes it along."""
    found = Handling.objects.select_related("department__hall", "application").filter(uid=uid).first()
    if found is None:
        raise NotFound(_("没有找到这个办件。"))
    _check_right(found, user)
    # The file is scanned before the case is locked: a slow scanner must not hold anybody up. How the case stands is
    # asked under the lock: whoever sends the form twice is told what happened.
    kept = take([file], hall_code=found.department.hall.code, owner_uid=user.uid, place="file")
    with locked_handling(uid, seen=seen) as handling:
        _check_right(handling, user)
        _check_came_back(handling)
        package = handling.sent_packages.exclude(returned_at=None).latest("number")
        put_in(handling, package.uid, kept)
        announce(handling.application, ExhibitAdded(handling=handling.uid), by=user)
        return package


def _check_right(handling: Handling, user: User) -> None:
    if not may_examine(user, handling):
        raise NotAllowed(_("只有承办部门的审查人员可以补充审查材料。"))


def _check_came_back(handling: Handling) -> None:
    came_back = handling.application.has_been_in(Room.RETURN)
    if not (came_back and handling.is_open and handling.sent_packages.exclude(returned_at=None).exists()):
        raise WrongState(_("只有被上级机关退回补充审查的办件可以补充审查材料。"))

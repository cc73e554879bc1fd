"""Joining in (行政许可法 Art. 26): a department gives the lead its opinion on its own part, and its work is done."""

from uuid import UUID

from django.utils.translation import gettext as _

from applications.actions.clocks import rebuild_dues
from applications.actions.errands import close_errands
from applications.actions.locking import locked_handling
from applications.actions.opinions import check_opinion
from applications.actions.stepping import finish, require
from applications.actions.winding_up import wind_up
from applications.events import JointOpinionGiven
from applications.models import Handling
from applications.rules import may_examine
from hall.accounts.deeds import announce
from hall.accounts.models import User
from hall.clock import now
from hall.errors import NotAllowed, WrongState


def join_in(uid: UUID, user: User, *, seen: int, favourable: bool, opinion: str) -> Handling:
    """Give the opinion of one joint part.

    ``seen`` is not compared: the departments work at the same time, so each other's opinions raise the version all
    along. The part itself tells whether this one comes too late, and there is one opinion for each part.
    """
    with locked_handling(uid) as handling:
        if not may_examine(user, handling):
            raise NotAllowed(_("只有联办部门的审查人员可以提出联办意见。"))
        require(handling, "join")
        if not handling.is_open:
            raise WrongState(_("本部门的联办意见已经提出，或者办件已经不需要联办意见。"))
        check_opinion(opinion)
        finish(handling, by=user, favourable=favourable, opinion=opinion)
        handling.join_in(at=now())
        wind_up(handling, by=user)
        close_errands(handling.uid, by=user)
        rebuild_dues(handling.application, handling)
        announce(handling.application, JointOpinionGiven(handling=handling.uid), by=user)
        return handling

"""Between levels and departments (行政许可法 Art. 26, 35): return down, supplement, ask, transfer, urge.

A plain case is asked nothing of the database here: role, level and item tell that these are not for it.
"""

from collections.abc import Iterator

from applications.lifecycle import CaseState, HandlingState
from applications.models import Handling, Room, Step
from applications.queries.parts import parts_of
from applications.queries.transfers import targets_of
from applications.rules import may_examine, may_sign, may_transfer
from hall.accounts.models import User
from hall.clock import today


def offer(user: User, handling: Handling, step: Step | None) -> Iterator[str]:
    if step is None or not handling.is_open:
        return
    if _may_return(user, handling):
        yield "return_down"
    if _may_supplement(user, handling):
        yield "supplement"
    if _may_urge(user, handling):
        yield "urge"
    if handling.state in (HandlingState.EXAMINING, HandlingState.DECIDING) and may_examine(user, handling):
        yield "ask_opinion"
    if _may_transfer(user, handling):
        yield "transfer"


def _decides_above(handling: Handling) -> bool:
    return handling.is_lead and handling.level == "city" and handling.application.spec.is_two_level


def _may_return(user: User, handling: Handling) -> bool:
    """Once, and while the upper agency's own period runs."""
    in_time = handling.statutory_due is None or today() <= handling.statutory_due
    fits = _decides_above(handling) and in_time and not handling.application.has_been_in(Room.RETURN)
    return fits and may_sign(user, handling)


def _may_supplement(user: User, handling: Handling) -> bool:
    came_back = handling.application.has_been_in(Room.RETURN) and handling.level == "district" and handling.is_lead
    return came_back and may_examine(user, handling)


def _may_urge(user: User, handling: Handling) -> bool:
    if not (handling.is_lead and handling.application.has_been_in(Room.JOINT)):
        return False
    late = any(part.may_be_urged for part in parts_of(handling.application))
    return late and (may_examine(user, handling) or may_sign(user, handling))


def _may_transfer(user: User, handling: Handling) -> bool:
    movable = handling.application.state in (CaseState.RECEIVED, CaseState.ACCEPTED) and handling.is_lead
    if not movable or _decides_above(handling) or not may_transfer(user, handling):
        return False
    return bool(targets_of(handling))

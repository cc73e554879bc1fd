"""Opening joint handling (行政许可法 Art. 26): the departments begin in parallel, each with its own days."""

from datetime import date

from applications.actions.clocks import rebuild_dues
from applications.actions.stepping import begin
from applications.events import JointOpened
from applications.lifecycle import HandlingState
from applications.models import OPEN, Handling, Role, Room
from applications.queries.whereabouts import department_at
from hall.accounts.deeds import announce
from hall.accounts.models import User
from hall.catalogue.spec import JointPart


def open_parts(lead: Handling, *, on: date, by: User | None) -> list[Handling]:
    """A handling for each department that does not work on this case yet; their clocks run from the day ``on``."""
    application = lead.application
    there = {(one.part, one.department_id) for one in _at_work(lead)}
    opened = []
    for part in application.spec.joint:
        handling = _part(lead, part, on)
        if (part.name, handling.department_id) not in there:
            handling.save()
            step = handling.blueprint_step
            assert step is not None
            begin(handling, step)
            opened.append(handling)
    if opened:
        # Only from here on do the pages and the clocks ask for joint parts.
        application.enter(Room.JOINT)
        for handling in opened:
            rebuild_dues(application, handling)
        announce(application, JointOpened(handlings=[str(one.uid) for one in opened]), by=by)
    return opened


def _at_work(lead: Handling) -> list[Handling]:
    """Those that are open, or have said what they had to say."""
    if not lead.application.has_been_in(Room.JOINT):
        return []
    states = [*OPEN, HandlingState.CONCLUDED]
    return list(lead.application.handlings.filter(role=Role.JOINT, state__in=states))


def _part(lead: Handling, part: JointPart, on: date) -> Handling:
    department = department_at(lead.application, part.level, part.department)
    return Handling(
        application=lead.application,
        hall=department.hall,
        department=department,
        level=part.level,
        role=Role.JOINT,
        part=part.name,
        current_step=part.name,
        clock_from=on,
        state=HandlingState.EXAMINING,
    )

"""Acceptance itself, however it came about: by a clerk (Art. 32 (5)) or by silence (Art. 32 (4)).

Both give the same acceptance notice, start the statutory clock and the promise, and open the examination.
"""

from collections.abc import Collection, Sequence
from datetime import date

from applications import deadlines
from applications.actions.charging import charge
from applications.actions.clocks import rebuild_dues
from applications.actions.errands import open_errand
from applications.actions.joint import open_parts
from applications.actions.paperwork import case_facts, draft
from applications.actions.promises import set_tolerances, tell_tolerances
from applications.actions.stepping import advance
from applications.actions.widenings import drop_widening
from applications.documents.builders import Acceptance
from applications.events import Accepted, RuleBroken
from applications.lifecycle import AcceptanceMode
from applications.models import Application, Handling, Matter, Room, Tolerance
from hall.accounts.deeds import announce
from hall.accounts.models import Duty, User
from hall.numbering.counters import next_value


def admit(
    handling: Handling, *, on: date, mode: AcceptanceMode, by: User | None, past: Collection[str] = ()
) -> Handling:
    """Accept from the day ``on``; the caller holds the lock and has asked the rule.

    Steps of the kinds in ``past`` are walked past: published rules, which leave nothing to examine, stand for them.
    """
    application = handling.application
    drop_widening(application, by=by)
    application.accept(on=on, mode=mode)
    handling.admit()
    handling.clock_from = on
    following = advance(handling, by=by, favourable=True, past=past)
    if following and following.kind == "decide":
        handling.propose()
    tolerated = set_tolerances(handling)
    rebuild_dues(application, handling)
    _await_testers(handling)
    deemed = mode == AcceptanceMode.DEEMED
    draft(Acceptance(case_facts(handling), accepted_on=on, deemed=deemed, mode=mode.value), handling, officer=by)
    tell_tolerances(handling, tolerated, by=by)
    application.acceptance_sequence = next_value("acceptance", application.offering.task_code)
    announce(application, Accepted(on=on, mode=str(mode)), by=by)
    if lacking(application, tolerated):
        announce(application, RuleBroken("R11", handling.uid, on), by=by)
    if application.spec.joint:
        open_parts(handling, on=on, by=by)
    charge(handling, by=by)
    return handling


def _await_testers(handling: Handling) -> None:
    """Art. 55: where testing decides, the head has five working days to name two officers or more (T13)."""
    application = handling.application
    if application.spec.technical_inspection:
        since = application.accepted_on
        open_errand(handling, Duty.HEAD, Matter.ASSIGN_TESTERS, handling.uid, since=since, limit=deadlines.TESTERS)


def lacking(application: Application, tolerated: Sequence[Tolerance]) -> bool:
    """domain.md §7.4, R11: accepted without a material that it needs, tolerated or a gap left by a correction."""
    if tolerated:
        return True
    if not application.has_been_in(Room.CORRECTION):
        return False
    last = application.corrections.exclude(supplied_at=None).order_by("-round").first()
    return bool(last and any(gap["target"] == "material" for gap in last.unsupplied or []))

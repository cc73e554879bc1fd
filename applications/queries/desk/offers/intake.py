"""What intake may do beside its step (行政许可法 Art. 32, 78): a second notice, the spot, refusals on other grounds."""

from collections.abc import Iterator

from applications.lifecycle import CaseState
from applications.models import Application, Handling, Room, Step
from applications.queries.bars import bar_against
from applications.queries.corrections import last_correction, may_refuse_gaps, open_widening, pending_widening
from applications.rules import may_supervise, may_take_in
from hall.accounts.models import User
from hall.clock import today


def offer(user: User, handling: Handling, step: Step | None) -> Iterator[str]:
    if step is None or step.kind != "intake":
        return
    application = handling.application
    if application.state == CaseState.CORRECTING:
        # The applicant's day is over and no law lets the case lapse: it may be ended with its reasons.
        if handling.desk_due and handling.desk_due < today() and may_take_in(user, handling):
            yield "refuse_gaps"
        return
    if may_take_in(user, handling):
        yield from _for_window(application)
    if application.has_been_in(Room.CORRECTION) and may_supervise(user, handling) and open_widening(application):
        yield "answer_widening"


def _for_window(application: Application) -> Iterator[str]:
    if last := last_correction(application):
        yield "repeat_correction"
        if not pending_widening(application):
            yield "ask_widening"
        if may_refuse_gaps(last):
            yield "refuse_gaps"
    yield "open_on_spot"
    if application.has_been_in(Room.BAR) and bar_against(application):
        yield "refuse_barred"
    yield "refuse_false"

"""Telling of the right to a hearing, calling one, and what each of them needs next (行政许可法 Art. 46-48).

A case without hearings is asked nothing: only the duties of the visitor and the item's file are looked at.
"""

from collections.abc import Iterator

from applications.hearing_lifecycle import OWED_HEARING, HearingState
from applications.lifecycle import CaseState
from applications.models import Handling, Hearing, Room, Step
from applications.queries.hearings import (
    can_have_asked,
    can_waive,
    current_sitting,
    hearings_of,
    open_challenges,
    parties_who,
)
from applications.rules import acts, may_rule_on_challenge, may_run_hearing, may_sign
from hall.accounts.models import Duty, User
from hall.clock import now


def offer(user: User, handling: Handling, step: Step | None) -> Iterator[str]:
    if step is None or handling.application.state != CaseState.ACCEPTED or not handling.is_open:
        return
    conductor = may_run_hearing(user, handling)
    if handling.application.has_been_in(Room.HEARING):
        yield from _next(user, handling, conductor)
    if conductor:
        yield "tell_hearing_right"
        yield "record_asking"
    if conductor and (handling.application.spec.hearing_required or _signs(user, handling)):
        yield "order_hearing"


def _signs(user: User, handling: Handling) -> bool:
    """Who never examines needs no look into the steps; the deed asks again."""
    signer = acts(user, Duty.SIGNER, handling)
    return signer and (not acts(user, Duty.EXAMINER, handling) or may_sign(user, handling))


def _next(user: User, handling: Handling, conductor: bool) -> Iterator[str]:
    here = [one for one in hearings_of(handling.application) if one.handling_id == handling.pk]
    states = {one.state for one in here}
    signer = acts(user, Duty.SIGNER, handling) and may_sign(user, handling)
    if HearingState.RECORDED in states and signer:
        yield "weigh_hearing"
    if HearingState.ASKED in states and signer:
        yield from ("admit_hearing", "refuse_hearing")
    if may_rule_on_challenge(user, handling) and any(any(open_challenges(one)) for one in here):
        yield "answer_challenge"
    if conductor and states & set(OWED_HEARING):
        yield "schedule_hearing"
    yield from _held(user, here, conductor)
    if conductor and parties_who(handling, can_have_asked):
        yield "record_request"
    if conductor and parties_who(handling, can_waive):
        yield "record_waiver"


def _held(user: User, here: list[Hearing], conductor: bool) -> Iterator[str]:
    """What may be done about a hearing that is called, by whoever runs it or presides."""
    for hearing in here:
        if hearing.state not in (HearingState.SCHEDULED, HearingState.HELD):
            continue
        sitting = current_sitting(hearing)
        if sitting is None or not (conductor or sitting.presider_uid == user.uid):
            continue
        if hearing.state == HearingState.HELD:
            yield "record_hearing"
        elif now() >= sitting.starts_at:
            yield "hold_hearing"
        if hearing.state == HearingState.SCHEDULED and conductor:
            yield "postpone_hearing"

"""The supervisor may supervise whatever is still handled; the head of the agency answers what waits."""

from collections.abc import Iterator

from applications.models import Handling, Room, Step
from applications.rules import may_answer_supervision, may_supervise
from hall.accounts.models import User


def offer(user: User, handling: Handling, step: Step | None) -> Iterator[str]:
    in_hand = handling.is_open or handling.desk_due is not None
    if in_hand and may_supervise(user, handling):
        yield "supervise"
    waits = handling.application.has_been_in(Room.SUPERVISION) and may_answer_supervision(user, handling)
    if waits and handling.supervision_orders.filter(answered_at=None).exists():
        yield "answer_supervision"

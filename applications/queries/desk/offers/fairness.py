"""Telling and hearing those concerned (行政许可法 Art. 36), and keeping out of a case (回避)."""

from collections.abc import Iterator

from applications.models import AvoidanceState, Handling, Room, Step
from applications.queries.desk.duties import duty_for
from applications.rules import acts, may_examine, may_head, may_order_avoidance
from hall.accounts.models import User


def parties(user: User, handling: Handling, step: Step | None) -> Iterator[str]:
    if not handling.is_open or not may_examine(user, handling):
        return
    if step and step.kind in ("review", "join"):
        yield "tell_party"
    if handling.application.has_been_in(Room.PARTIES) and handling.parties.exists():
        yield "record_statement"


def avoidance(user: User, handling: Handling, step: Step | None) -> Iterator[str]:
    if not handling.is_open or step is None:
        return
    if step.kind in ("review", "join", "report_up", "decide") and acts(user, duty_for(step.kind), handling):
        yield "declare_conflict"
    if may_order_avoidance(user, handling):
        yield "order_avoidance"
    asked = handling.application.has_been_in(Room.CONFLICT) and may_head(user, handling)
    if asked and handling.avoidances.filter(state=AvoidanceState.PENDING).exists():
        yield "answer_avoidance"

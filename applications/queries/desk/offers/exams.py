"""Seating a candidate and entering marks, where the item's file decides by an exam (行政许可法 Art. 54)."""

from collections.abc import Iterator

from applications.lifecycle import CaseState
from applications.models import Handling, Purpose, Room, Step
from applications.queries.exams import open_sittings, seat_of
from applications.rules import may_examine
from hall.accounts.models import User
from hall.clock import now


def offer(user: User, handling: Handling, step: Step | None) -> Iterator[str]:
    application = handling.application
    if application.spec.allocation != "exam" or application.purpose != Purpose.NEW:
        return
    if application.state != CaseState.ACCEPTED or not handling.is_open or not may_examine(user, handling):
        return
    if not application.has_been_in(Room.EXAM):
        if open_sittings(handling).exists():
            yield "enrol"
        return
    seat = seat_of(application)
    if seat and seat.sitting.held_at <= now():
        yield "enter_marks"

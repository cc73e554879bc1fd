"""The two short ways: decided on the spot (行政许可法 Art. 34 para. 2), and a person instead of published rules."""

from collections.abc import Iterator

from applications.lifecycle import CaseState
from applications.models import AutomaticCheck, Handling, Room, Step
from applications.queries.automatic import may_be_settled
from applications.rules import may_decide_on_the_spot, may_sign, may_take_over
from hall.accounts.models import User


def offer(user: User, handling: Handling, step: Step | None) -> Iterator[str]:
    application = handling.application
    at_intake = step is not None and step.kind == "intake" and application.state == CaseState.RECEIVED
    if at_intake and may_decide_on_the_spot(user, handling):
        yield "decide_on_the_spot"
    if at_intake and may_be_settled(application) and may_take_over(user, handling):
        yield "take_over"
    if application.has_been_in(Room.AUTOMATIC) and may_sign(user, handling) and _review_is_open(handling):
        yield "answer_review"


def _review_is_open(handling: Handling) -> bool:
    asked = AutomaticCheck.objects.filter(application=handling.application, review_asked_at__isnull=False)
    return asked.filter(review_done_at=None).exists()

"""A written question to the applicant while the case is examined (行政许可法 Art. 32 (4), 72 (4))."""

from collections.abc import Iterator

from applications.models import Handling, Step
from applications.queries.inquiries import open_inquiry
from applications.rules import may_examine
from hall.accounts.models import User
from hall.clock import today


def offer(user: User, handling: Handling, step: Step | None) -> Iterator[str]:
    if step is None or step.kind != "review" or not may_examine(user, handling):
        return
    waiting = open_inquiry(handling.application)
    if waiting is None or today() > waiting.due:
        yield "inquire"

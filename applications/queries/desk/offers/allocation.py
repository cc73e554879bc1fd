"""The result of an auction or an exam, where the item's file decides by one (行政许可法 Art. 53, 54)."""

from collections.abc import Iterator

from applications.lifecycle import CaseState
from applications.models import Handling, Purpose, Step
from applications.rules import may_examine
from hall.accounts.models import User


def offer(user: User, handling: Handling, step: Step | None) -> Iterator[str]:
    application = handling.application
    if application.spec.allocation == "ordinary" or application.purpose != Purpose.NEW:
        return
    if application.state == CaseState.ACCEPTED and step and handling.is_open and may_examine(user, handling):
        yield "record_allocation"

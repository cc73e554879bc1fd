"""A bar that was set in this case may be lifted by the head of the agency (行政许可法 Art. 78, 79)."""

from collections.abc import Iterator

from applications.models import Handling, Room, Step
from applications.queries.bars import bar_set_by
from applications.rules import may_lift_bar
from hall.accounts.models import User


def offer(user: User, handling: Handling, step: Step | None) -> Iterator[str]:
    application = handling.application
    if application.has_been_in(Room.BAR) and may_lift_bar(user, handling) and bar_set_by(application):
        yield "lift_bar"

"""A promise that was not kept and is not explained yet (优化营商环境条例 Art. 36)."""

from collections.abc import Iterator

from applications.models import Handling, Step
from applications.rules import may_sign
from hall.accounts.models import User
from hall.clock import today


def offer(user: User, handling: Handling, step: Step | None) -> Iterator[str]:
    application = handling.application
    over = application.promise_due is not None and today() > application.promise_due
    if over and step and handling.is_open and not application.overrun_reason and may_sign(user, handling):
        yield "explain_overrun"

"""Going to look while the case is examined, where the item provides for it (行政许可法 Art. 34)."""

from collections.abc import Iterator

from applications.models import Handling, Step
from applications.rules import may_examine
from hall.accounts.models import User


def offer(user: User, handling: Handling, step: Step | None) -> Iterator[str]:
    provided = handling.application.spec.may_inspect(handling.level)
    if step and step.kind == "review" and provided and may_examine(user, handling):
        yield "inspect"

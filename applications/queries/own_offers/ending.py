"""Until the decision an application may be withdrawn (domain.md §1.3)."""

from collections.abc import Iterator

from applications.lifecycle import UNDECIDED
from applications.models import Application


def offer(application: Application) -> Iterator[str]:
    if application.state in UNDECIDED:
        yield "withdraw"

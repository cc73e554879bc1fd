"""Whoever works on a handling may ask for its bound file once it has been left with nothing to do here."""

from collections.abc import Iterator

from applications.models import Handling, Step
from hall.accounts.models import User


def offer(user: User, handling: Handling, step: Step | None) -> Iterator[str]:
    if not handling.is_open and step is None:
        yield "bind_case_file"

"""What the outbox owes to the world outside the database, carried out by the worker."""

from typing import Any
from uuid import UUID

from applications.actions.papers import print_paper
from hall.events.outbox import carries


@carries("print_paper")
def carry_to_printer(payload: dict[str, Any]) -> None:
    """A printer that is down raises, and the outbox tries again later and later."""
    print_paper(UUID(payload["paper"]))

"""What the outbox owes of requests for disclosure."""

from typing import Any
from uuid import UUID

from hall.events.outbox import carries
from tracking.requests.actions.papers import LETTER, print_paper


@carries(LETTER)
def carry_to_printer(payload: dict[str, Any]) -> None:
    """A printer that is down raises, and the outbox tries again later and later."""
    print_paper(UUID(payload["paper"]))

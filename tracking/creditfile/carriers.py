"""What the outbox owes to the credit platform."""

from typing import Any
from uuid import UUID

from hall.events.outbox import carries
from tracking.creditfile.actions.sending import LETTER, deliver


@carries(LETTER)
def carry_to_credit_platform(payload: dict[str, Any]) -> None:
    """A platform that is away raises, and is told later."""
    deliver(UUID(payload["file"]))

"""Letters of the register to an index outside the database."""

from typing import Any

from hall.events.outbox import carries
from tracking.register.indexing import LETTER, carry


@carries(LETTER)
def index_record(payload: dict[str, Any]) -> None:
    carry(payload["record"])

"""Letters of the open data to the worker."""

from typing import Any

from hall.events.outbox import carries
from tracking.opendata.actions.making import make_files
from tracking.opendata.actions.remaking import LETTER


@carries(LETTER)
def remake(payload: dict[str, Any]) -> None:
    """Safe to run twice: what is there is not made again."""
    make_files()

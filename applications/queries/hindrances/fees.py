"""No grant before the fee is paid, where the item says that the decision waits for it (行政许可法 Art. 59)."""

from collections.abc import Iterator

from applications.models import Handling
from applications.queries.fees import held_up


def unpaid(handling: Handling, granting: bool) -> Iterator[str]:
    """A denial waits for no money."""
    if granting and (reason := held_up(handling.application, "decision")):
        yield reason

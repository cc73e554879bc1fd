"""The bell stays silent in tests: no broker listens, and ``worker.drain()`` is called where a test needs it."""

from collections.abc import Iterator

import pytest

from hall.events import bell


@pytest.fixture(autouse=True)
def silent_bell() -> Iterator[list[str]]:
    """Counts the rings that would have been."""
    rings: list[str] = []
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(bell, "_ring", lambda: rings.append("ring"))
        yield rings

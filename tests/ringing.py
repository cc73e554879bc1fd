"""The bell stays silent in tests: no broker listens, and ``worker.drain()`` is called where a test needs it."""

import pytest

from hall.events import bell


@pytest.fixture(autouse=True)
def silent_bell(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Counts the rings that would have been."""
    rings: list[str] = []
    monkeypatch.setattr(bell, "_ring", lambda: rings.append("ring"))
    return rings

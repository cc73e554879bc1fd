"""Days that pass in a story, for everybody in it. ``hall.clock.freeze`` holds one thread; a server has many."""

from contextvars import ContextVar, Token
from datetime import datetime, timedelta

from django.utils import timezone


class Days:
    """Stands where the clock looks for a frozen moment, and answers with the real one, moved ahead."""

    def __init__(self) -> None:
        self._ahead = timedelta()
        self._frozen: ContextVar[datetime | None] = ContextVar("frozen", default=None)

    def go_by(self, days: int) -> None:
        self._ahead += timedelta(days=days)

    def get(self) -> datetime:
        return self._frozen.get() or timezone.now() + self._ahead

    def set(self, moment: datetime) -> Token[datetime | None]:
        return self._frozen.set(moment)

    def reset(self, token: Token[datetime | None]) -> None:
        self._frozen.reset(token)

"""Keeping programs alive until it is time to end."""

import time
from collections.abc import Callable, Sequence

from hall.serving.endings import Make
from hall.serving.processes import Program

PATIENCE = 3
# Whatever stood for so many seconds was brought down by something else than itself, and is worth another start.
STEADY = 5.0


class Fallen(Exception):
    """A program falls again as often as it is started."""


class Supervisor:
    """Starts what has fallen again, and gives up on what will not stand."""

    def __init__(
        self, programs: Sequence[Program], say: Callable[[str], object], beneath: Callable[[], object]
    ) -> None:
        self._programs, self._say, self._beneath = programs, say, beneath
        self._falls: dict[str, list[float]] = {program.name: [] for program in programs}

    def start(self) -> None:
        for program in self._programs:
            program.start()

    def watch(self, make: Make) -> None:
        """Return when our make is gone; a signal ends it by exception."""
        while not make.wants_us_to_end():
            self._beneath()
            self.look()
            time.sleep(0.5)

    def look(self) -> None:
        for program in self._programs:
            if not program.is_running():
                self._raise_again(program)

    def _raise_again(self, program: Program) -> None:
        now = time.monotonic()
        recent = [fall for fall in self._falls[program.name] if now - fall < 60]
        if now - program.started_at < STEADY:
            recent.append(now)
        self._falls[program.name] = recent
        if len(recent) > PATIENCE:
            raise Fallen(f"{program.name} does not stay up. The end of {program.log}:\n{program.last_words()}")
        self._say(f"    {program.name} ended unexpectedly and is started again; see {program.log}")
        program.start()

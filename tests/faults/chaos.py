"""What is killed after which deed: the seed decides, so that a slow machine is killed no oftener than a quick one."""

import random
import time
from collections.abc import Callable

from hall import database
from hall.database import servers
from tests.faults.hall import OpenHall
from tests.faults.killing import descendants, kill

# How often each comes among forty.
TARGETS = {
    "database": 8,
    "database session": 6,
    "web": 6,
    "web process": 8,
    "worker": 10,
    "everything": 1,
}
# One kill for so many deeds, and then somewhere within these seconds: in the middle of whatever is going on.
DEEDS_A_KILL = 15
WITHIN = 1.5
# The supervisor gives a program up at its fourth fall within a minute; one is left for a fall of its own.
MOST_FALLS, MINUTE = 2, 60.0


class Chaos:
    """Kills at random points until it is told to stop, and notes each."""

    def __init__(self, hall: OpenHall, seed: str, deeds: range, note: Callable[[str], None]) -> None:
        """``deeds`` are the numbers of those during which somebody is killed; a run that goes on begins later."""
        self.hall, self.note = hall, note
        self.chance = random.Random(f"{seed} kills")
        self.points = sorted(self.chance.sample(deeds, len(deeds) // DEEDS_A_KILL))
        self._falls: dict[str, list[float]] = {}

    def go_on_while(self, busy: Callable[[], bool], done: Callable[[], int]) -> None:
        for point in [one for one in self.points if one >= done()]:
            target = self.chance.choices(list(TARGETS), list(TARGETS.values()))[0]
            while busy() and done() < point:
                self.hall.check()
                time.sleep(0.02)
            time.sleep(self.chance.uniform(0, WITHIN))
            self.hall.check()
            if busy() and self._kill(target):
                self.note(target)
        while busy():
            self.hall.check()
            time.sleep(0.2)

    def _kill(self, target: str) -> bool:
        if target == "everything":
            self.hall.kill_everything()
            self._falls.clear()
            self.hall.open()
            return True
        return _struck(self._victims(target))

    def _victims(self, target: str) -> list[int]:
        if target.startswith("database"):
            return self._of_database(alone=target == "database session")
        name, _blank, process = target.partition(" ")
        pid = self.hall.child_of(name, self.chance) if process else self._leader(name)
        return [] if pid is None else [pid]

    def _of_database(self, *, alone: bool) -> list[int]:
        """Server and sessions at once; or one of its processes, whose loss makes it drop all sessions and recover."""
        server = servers.running(database.here())
        below = descendants(server) if server else []
        if alone:
            return [self.chance.choice(below)] if below else []
        return [server, *below] if server else []

    def _leader(self, name: str) -> int | None:
        now = time.monotonic()
        recent = [fall for fall in self._falls.get(name, []) if now - fall < MINUTE]
        if len(recent) >= MOST_FALLS:
            return None
        self._falls[name] = [*recent, now]
        return self.hall.program(name)


def _struck(pids: list[int]) -> bool:
    for pid in pids:
        kill(pid)
    return bool(pids)

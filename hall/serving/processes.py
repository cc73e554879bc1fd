"""One long-running program: started in a session of its own, ended with all its children."""

import os
import signal
import subprocess
import time
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

GRACE = 10.0


class Program:
    """A program whose output goes to a log, and which is told when its starter dies."""

    def __init__(self, name: str, command: Sequence[str], log: Path) -> None:
        self.name, self.log = name, log
        self._command = command
        self._process: subprocess.Popen[bytes] | None = None
        self.started_at = 0.0

    def start(self) -> None:
        self.log.parent.mkdir(parents=True, exist_ok=True)
        self._end_session()
        # The kernel ends it when we are killed too hard to do so; its own session keeps Ctrl-C for us alone.
        command = ["setpriv", "--pdeathsig", "TERM", *self._command]
        self.started_at = time.monotonic()
        with self.log.open("ab") as log:
            self._process = subprocess.Popen(
                command, stdin=subprocess.DEVNULL, stdout=log, stderr=log, start_new_session=True
            )

    def is_running(self) -> bool:
        return self._process is not None and self._process.poll() is None

    def last_words(self, lines: int = 15) -> str:
        return "\n".join(self.log.read_text(errors="replace").splitlines()[-lines:])

    def ask_to_end(self) -> None:
        if self._process and self.is_running():
            self._process.terminate()

    def end(self, give_up: float) -> None:
        """Wait until ``give_up``, then make sure: nothing of its session survives."""
        if self._process is None:
            return
        with suppress(subprocess.TimeoutExpired):
            self._process.wait(max(0.1, give_up - time.monotonic()))
        self._end_session()

    def _end_session(self) -> None:
        """Whatever the program leaves behind when it falls, as a worker its pool, would go on unseen."""
        if self._process is not None:
            self._process.kill()
            self._process.wait()
            with suppress(ProcessLookupError):
                _kill_group(self._process.pid)


def _kill_group(leader: int) -> None:
    """Return when the whole group is gone; bounded, because an init that reaps nobody keeps its dead for ever."""
    give_up = time.monotonic() + 2
    os.killpg(leader, signal.SIGKILL)
    while time.monotonic() < give_up:
        os.killpg(leader, 0)
        time.sleep(0.02)


def end_all(programs: Sequence[Program]) -> None:
    """All are asked at once, so that the slowest decides how long it takes and not their sum."""
    give_up = time.monotonic() + GRACE
    for program in programs:
        program.ask_to_end()
    for program in programs:
        program.end(give_up)

"""When to stop: a signal from the keyboard or a service manager, or a make that is gone or waits for us."""

import os
import signal
from pathlib import Path
from types import FrameType

SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


class Ending(BaseException):
    """Somebody wants us to stop; no handler of ordinary errors may swallow it."""


def listen() -> None:
    """Turn each ending signal into ``Ending``, also a SIGINT that a shell made us ignore."""
    for number in SIGNALS:
        # nohup means: outlive the terminal.
        if number != signal.SIGHUP or signal.getsignal(number) != signal.SIG_IGN:
            signal.signal(number, _end)


def _end(number: int, frame: FrameType | None) -> None:
    raise Ending


def ignore() -> None:
    """From here on we are ending anyway; impatience must not leave half of it behind."""
    for number in SIGNALS:
        signal.signal(number, signal.SIG_IGN)


class Make:
    """The ``make`` that started us, if any. Killed, it tells us nothing; interrupted alone, it only waits."""

    def __init__(self) -> None:
        self._pid = os.getppid()
        self._is_make = _read(self._pid, "comm").strip() == "make"
        self._catches = self._catches_interrupt()

    def wants_us_to_end(self) -> bool:
        if not self._is_make:
            return False
        return os.getppid() != self._pid or (self._catches and not self._catches_interrupt())

    def _catches_interrupt(self) -> bool:
        """GNU make gives up its SIGINT handler once it was interrupted, and then waits for its children."""
        for line in _read(self._pid, "status").splitlines():
            if line.startswith("SigCgt:"):
                return bool(int(line.split()[1], 16) >> (signal.SIGINT - 1) & 1)
        return False


def _read(pid: int, name: str) -> str:
    try:
        return Path(f"/proc/{pid}/{name}").read_text()
    except OSError:
        return ""

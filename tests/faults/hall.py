"""The hall as ``make run`` serves it, and killing parts of it or all of it."""

import os
import random
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Mapping
from http.client import HTTPConnection, HTTPException
from pathlib import Path

from hall import database
from hall.database import servers
from tests.faults.killing import descendants, kill

LIMIT = 300.0
GROWN = 5.0
PROGRAMS = {"web": b"granian", "worker": b"worker", "beat": b"beat"}


class OpenHall:
    """One ``manage.py serve``; started again at the same port after everything was killed."""

    def __init__(self, log: Path, surroundings: Mapping[str, str] | None = None) -> None:
        self.port, self.log = free_port(), log
        self._surroundings = {**os.environ, **(surroundings or {})}

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def open(self) -> None:
        """Until the home page answers. If we are killed ourselves, it ends as well."""
        command = ["setpriv", "--pdeathsig", "INT", sys.executable, "manage.py", "serve", "--port", str(self.port)]
        self.log.parent.mkdir(parents=True, exist_ok=True)
        with self.log.open("ab") as log:
            self.process = subprocess.Popen(command, stdout=log, stderr=log, env=self._surroundings)
        give_up = time.monotonic() + LIMIT
        while answer_of(self.port) != 200:
            self.check()
            assert time.monotonic() < give_up, "the home page does not answer"
            time.sleep(0.3)

    def check(self) -> None:
        """A hall that gives up while parts of it are killed has lost."""
        ended = self.process.poll()
        assert ended is None, f"the hall ended with {ended}:\n{self.log.read_text(errors='replace')[-3000:]}"

    def close(self) -> None:
        """End it as Ctrl-C does; nothing may stay behind."""
        below = self._everybody()
        self.process.send_signal(signal.SIGINT)
        self.process.wait(120)
        give_up = time.monotonic() + 10
        while (left := [pid for pid in below if lives(pid)]) and time.monotonic() < give_up:
            time.sleep(0.2)
        assert not left, f"processes {left} stayed after the end"
        assert servers.running(database.here()) is None, "the database stayed after the end"

    def kill_everything(self) -> int:
        """As a power cut would; how many processes it struck."""
        everybody = self._everybody()
        for pid in everybody:
            kill(pid)
        self.process.wait()
        return len(everybody)

    def program(self, name: str) -> int | None:
        """The process of a program that the supervisor started."""
        for pid in _children(self.process.pid):
            if PROGRAMS[name] in _command(pid) and b"postgres" not in _command(pid):
                return pid
        return None

    def child_of(self, name: str, chance: random.Random) -> int | None:
        """One of the processes that do the work of a program; a web server gives up if it loses one too young."""
        leader = self.program(name)
        below = [] if leader is None else [pid for pid in _children(leader) if b"python" in _command(pid)]
        below = [pid for pid in below if _age(pid) > GROWN]
        return chance.choice(below) if below else None

    def _everybody(self) -> list[int]:
        server = servers.running(database.here())
        database_too = [server, *descendants(server)] if server else []
        return list(dict.fromkeys([self.process.pid, *descendants(self.process.pid), *database_too]))


def _children(pid: int) -> list[int]:
    try:
        return [int(one) for one in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]
    except OSError:
        return []


def _command(pid: int) -> bytes:
    try:
        return Path(f"/proc/{pid}/cmdline").read_bytes()
    except OSError:
        return b""


def _age(pid: int) -> float:
    """Seconds since it was started."""
    try:
        began = int(Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[19]) / os.sysconf("SC_CLK_TCK")
        return float(Path("/proc/uptime").read_text().split()[0]) - began
    except OSError:
        return 0.0


def lives(pid: int) -> bool:
    """Whether the process still does anything; a zombie is only a number."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def answer_of(port: int) -> int:
    client = HTTPConnection("127.0.0.1", port, timeout=10)
    try:
        client.request("GET", "/")
        return client.getresponse().status
    except (OSError, HTTPException):
        return 0
    finally:
        client.close()


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as probe:
        return int(probe.getsockname()[1])

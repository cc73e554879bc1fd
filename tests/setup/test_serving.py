"""``make run`` from the first start to Ctrl-C, with a violent end between."""

import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from http.client import HTTPConnection
from pathlib import Path

import pytest

from hall.database import servers
from hall.database.places import Place, place_in

ROOT = Path(__file__).resolve().parent.parent.parent
READY = "The hall is open:"


class Run:
    """One ``make run`` in a session of its own, as a terminal or ``setsid`` gives it."""

    def __init__(self, folder: Path, port: int) -> None:
        self.folder, self.port = folder, port
        self.told = ""

    def start(self) -> None:
        """Until it says that it is ready."""
        makefile = f'run:\n\t@cd "{ROOT}" && exec "{sys.executable}" manage.py serve\n'
        (self.folder / "Makefile").write_text(makefile)
        self.make = subprocess.Popen(
            ["make", "run"],
            cwd=self.folder,
            env=self._surroundings(),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            start_new_session=True,
            text=True,
        )
        assert self.make.stdout
        for line in self.make.stdout:
            self.told += line
            if "Ctrl-C" in line:
                return
        pytest.fail(f"make run ended before it was ready:\n{self.told}")

    def _surroundings(self) -> dict[str, str]:
        ours = {name: value for name, value in os.environ.items() if name not in {"DATABASE_URL", "REDIS_URL"}}
        return {**ours, "HALL_VAR_DIR": str(self.folder / "var"), "HALL_TEST_DATABASE": "1", "PORT": str(self.port)}

    def home_page(self) -> int:
        client = HTTPConnection("127.0.0.1", self.port, timeout=20)
        client.request("GET", "/")
        return client.getresponse().status

    def processes(self) -> list[int]:
        """Everybody who works for this run, the database included: each was given this run's directory."""
        mark = f"HALL_VAR_DIR={self.folder / 'var'}".encode()
        found = [pid for pid in map(int, filter(str.isdigit, os.listdir("/proc"))) if mark in _environment(pid)]
        server = servers.running(self.place)
        return found + ([server] if server else [])

    @property
    def place(self) -> Place:
        return place_in(self.folder / "var", "postgres-test", durable=False)

    def signal_everybody(self, number: signal.Signals) -> None:
        os.killpg(self.make.pid, number)

    def is_gone(self, within: float = 40) -> bool:
        give_up = time.monotonic() + within
        while self.processes() and time.monotonic() < give_up:
            time.sleep(0.1)
        return not self.processes()


def _environment(pid: int) -> bytes:
    try:
        return Path(f"/proc/{pid}/environ").read_bytes()
    except OSError:
        return b""


@pytest.fixture
def run(tmp_path: Path) -> Iterator[Run]:
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port = probe.getsockname()[1]
    run = Run(tmp_path, port)
    yield run
    for pid in run.processes():
        os.kill(pid, signal.SIGKILL)
    # For root it lies outside the folder that pytest clears.
    shutil.rmtree(run.place.home, ignore_errors=True)


def test_it_opens_survives_a_kill_and_leaves_nothing_behind(run: Run) -> None:
    run.start()
    assert f"http://127.0.0.1:{run.port}/" in run.told
    assert "Yanshi-2026-hall" in run.told
    assert run.home_page() == 200

    run.signal_everybody(signal.SIGKILL)
    run.make.wait()

    run.start()
    assert run.home_page() == 200

    run.signal_everybody(signal.SIGINT)
    run.make.wait(60)
    assert run.is_gone(), run.processes()


def test_a_taken_port_is_told_before_anything_is_set_up() -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = str(other.getsockname()[1])
        told = subprocess.run(
            ["make", "run", f"PORT={port}", f"PYTHON={sys.executable}"], cwd=ROOT, capture_output=True, text=True
        )
    assert told.returncode != 0
    assert f"Port {port} is taken. Choose another one: make run PORT=" in told.stdout
    assert "==>" not in told.stdout

"""Starting and stopping the server of one place, and finding out whether it answers."""

import os
import signal
import subprocess
import time
from contextlib import suppress
from pathlib import Path

from hall.database.binaries import Binaries
from hall.database.errors import DatabaseUnavailable
from hall.database.places import Place

# A server killed hard is refused for a few seconds, until its last children have gone.
PATIENCE = 30
RECOVERY = 600
QUICK = ("fsync=off", "synchronous_commit=off", "full_page_writes=off")
_children: "list[subprocess.Popen[bytes]]" = []


def answers(place: Place) -> bool:
    """Whether a server of ours has finished starting and can be reached; asked often, so cheap."""
    return running(place) is not None and _status(place) == "ready" and _socket(place).exists()


def running(place: Place) -> int | None:
    """The process id of the live server, if there is one."""
    lines = _pid_file(place)
    pid = int(lines[0]) if lines and lines[0].isdigit() else 0
    return pid if _works_in(pid, place) else None


def _works_in(pid: int, place: Place) -> bool:
    """After a kill or in a new container the number may be any other process's; ours stands in its data."""
    try:
        return os.readlink(f"/proc/{pid}/cwd") == str(place.data)
    except OSError:  # gone, a zombie, or another account's
        return False


def _status(place: Place) -> str:
    lines = _pid_file(place)
    return lines[7].strip() if len(lines) > 7 else ""


def _pid_file(place: Place) -> list[str]:
    try:
        return (place.data / "postmaster.pid").read_text().splitlines()
    except FileNotFoundError:
        return []


def _socket(place: Place) -> Path:
    return place.sockets / ".s.PGSQL.5432"


def start(place: Place, binaries: Binaries) -> None:
    """Start the server and wait until it serves; tried again while an earlier one is still dying."""
    give_up = time.monotonic() + PATIENCE
    while not answers(place) and not _try(place, binaries):
        if time.monotonic() > give_up:
            tail = "\n".join(place.log.read_text(errors="replace").splitlines()[-8:])
            raise DatabaseUnavailable(f"The database does not start. The end of {place.log}:\n{tail}")
        time.sleep(0.3)


def _try(place: Place, binaries: Binaries) -> bool:
    _clear_stale(place)
    with place.log.open("ab") as log:
        place.owner.give(place.log)
        child = subprocess.Popen(
            _command(place, binaries),
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            **place.owner.process(),
        )
    try:
        return _becomes_ready(child, place)
    except BaseException:  # interrupted: nobody else knows of it yet
        child.send_signal(signal.SIGINT)
        child.wait()
        raise


def _becomes_ready(child: "subprocess.Popen[bytes]", place: Place) -> bool:
    give_up = time.monotonic() + RECOVERY
    while child.poll() is None and time.monotonic() < give_up:
        if answers(place) and running(place) == child.pid:
            _children.append(child)
            return True
        time.sleep(0.02)
    return False


def _command(place: Place, binaries: Binaries) -> list[str]:
    options = [
        f"unix_socket_directories={place.sockets}",
        "listen_addresses=",
        "port=5432",
        "max_connections=200",
    ]
    options += [] if place.durable else QUICK
    return [str(binaries / "postgres"), "-D", str(place.data), *(f"--{option}" for option in options)]


def _clear_stale(place: Place) -> None:
    """PostgreSQL takes an unrelated process with the recorded number for a live server, and refuses for ever.

    The file goes only when nobody stands in the data: it also guards against sessions that outlived a server.
    """
    _reap()
    if not any(_works_in(int(each), place) for each in os.listdir("/proc") if each.isdigit()):
        (place.data / "postmaster.pid").unlink(missing_ok=True)
        _socket(place).with_name(".s.PGSQL.5432.lock").unlink(missing_ok=True)


def stop(place: Place) -> None:
    """Stop the server the orderly way: sessions are ended, everything is written."""
    pid = running(place)
    if pid is None:
        return
    os.kill(pid, signal.SIGINT)
    give_up = time.monotonic() + RECOVERY
    while running(place) == pid and time.monotonic() < give_up:
        _reap()
        time.sleep(0.02)
    _reap()
    with suppress(OSError):
        place.sockets.rmdir()


def _reap() -> None:
    """Take leave of servers that were our children, so that none stays as a zombie."""
    _children[:] = [child for child in _children if child.poll() is None]

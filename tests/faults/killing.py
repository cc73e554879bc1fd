"""Killing, and coming back."""

import os
import signal
import time
from contextlib import suppress
from pathlib import Path

from django.db import connections

from hall import database
from hall.database import servers


def kill_database() -> None:
    """The server and every session at once, as a power cut would."""
    place = database.here()
    server = servers.running(place)
    assert server, "there is no database to kill"
    for pid in [server, *descendants(server)]:
        kill(pid)
    while servers.running(place) == server:
        time.sleep(0.005)


def start_database() -> float:
    """Start it again; the seconds until it served."""
    _disconnect()
    began = time.monotonic()
    database.bring_up()
    return time.monotonic() - began


def leave_database() -> None:
    """Our own use must not keep it up when the hall under test ends."""
    _disconnect()
    database.take_down()


def _disconnect() -> None:
    for connection in connections.all():
        connection.close()
        connection.close_pool()  # type: ignore[attr-defined]


def kill(pid: int) -> None:
    with suppress(ProcessLookupError):
        os.kill(pid, signal.SIGKILL)


def descendants(pid: int) -> list[int]:
    """All processes beneath one, the nearest first."""
    try:
        children = [int(each) for each in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]
    except OSError:
        return []
    return children + [below for child in children for below in descendants(child)]

"""The whole hall is killed at once, as a power cut would; a plain start must bring it back."""

import os
import signal
import socket
import subprocess
import sys
import time
from http.client import HTTPConnection

from django.db import connection

from tests.faults.killing import descendants, kill, leave_database, start_database

LIMIT = 120.0


def everything_killed() -> str:
    """Serve, kill supervisor, servers and database, serve again, end politely; nothing may stay."""
    with connection.cursor() as cursor:
        cursor.execute("DROP TABLE IF EXISTS fault_kept")
        cursor.execute("CREATE TABLE fault_kept AS SELECT generate_series(1, 1000) AS number")
    leave_database()
    port = _free_port()
    first = _serve(port)
    below = descendants(first.pid)
    for pid in (first.pid, *below):
        kill(pid)
    first.wait()

    began = time.monotonic()
    second = _serve(port)
    back = time.monotonic() - began
    below = descendants(second.pid)
    second.send_signal(signal.SIGINT)
    second.wait(60)
    left = [pid for pid in below if _lives(pid)]
    assert not left, f"processes {left} stayed after the end"

    start_database()
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM fault_kept")
        (kept,) = cursor.fetchone()
    assert kept == 1000, f"{kept} of 1000 rows are left"
    counted = f"{len(below) + 1} processes, the database among them"
    return f"{counted}; home page back after {back:.1f} s, nothing lost or left behind"


def _serve(port: int) -> "subprocess.Popen[bytes]":
    process = subprocess.Popen([sys.executable, "manage.py", "serve", "--port", str(port)], stdout=subprocess.DEVNULL)
    give_up = time.monotonic() + LIMIT
    while _answer(port) != 200:
        assert process.poll() is None, "the hall ended while it was starting"
        assert time.monotonic() < give_up, "the home page does not answer"
        time.sleep(0.2)
    return process


def _answer(port: int) -> int:
    try:
        client = HTTPConnection("127.0.0.1", port, timeout=5)
        client.request("GET", "/")
        return client.getresponse().status
    except OSError:
        return 0


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as probe:
        return int(probe.getsockname()[1])


def _lives(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True

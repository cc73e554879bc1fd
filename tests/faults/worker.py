"""The worker is killed again and again among its letters: each is carried, and its effect is there once."""

import subprocess
import sys
import time

from django.db import connection, transaction

from hall.events import outbox
from hall.events.models import Letter

LETTERS = 600
KILLS = 8
# Without a single letter carried: a busy machine is slow, and a stuck worker is a fault.
PATIENCE = 120.0


def killed_among_letters() -> str:
    """At least once on the wire, once in effect, and none forgotten."""
    _write_letters()
    for _ in range(KILLS):
        _work_for(0.9)
    left, moved = _owed(), time.monotonic()
    while left and time.monotonic() - moved < PATIENCE:
        _work_for(20)
        if (now := _owed()) < left:
            left, moved = now, time.monotonic()
    assert _owed() == 0, f"{_owed()} letters are still owed"
    assert _effects() == LETTERS, f"{_effects()} effects of {LETTERS} letters"
    return f"{LETTERS} letters, worker killed {KILLS} times: all carried, each effect once"


def _write_letters() -> None:
    Letter.objects.filter(kind="fault").delete()
    with connection.cursor() as cursor:
        cursor.execute("DROP TABLE IF EXISTS fault_effects")
        cursor.execute("CREATE TABLE fault_effects (number int PRIMARY KEY)")
    with transaction.atomic():
        for number in range(LETTERS):
            outbox.send("fault", key=f"fault-{number}", payload={"number": number})


def _work_for(seconds: float) -> None:
    """A worker process, killed when its time is over; starting up does not count."""
    command = [sys.executable, "-m", "tests.faults.carrying"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as process:
        assert process.stdout
        process.stdout.readline()
        try:
            process.wait(seconds)
        except subprocess.TimeoutExpired:
            process.kill()


def _owed() -> int:
    return Letter.objects.filter(kind="fault", done_at__isnull=True).count()


def _effects() -> int:
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM fault_effects")
        (count,) = cursor.fetchone()
    return int(count)

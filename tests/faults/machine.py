"""The whole hall is killed at once, as a power cut would; a plain start must bring it back."""

import time
from pathlib import Path

from django.conf import settings
from django.db import connection

from tests.faults.hall import OpenHall
from tests.faults.killing import leave_database, start_database


def everything_killed() -> str:
    """Serve, kill supervisor, servers and database, serve again, end politely; nothing may stay."""
    with connection.cursor() as cursor:
        cursor.execute("DROP TABLE IF EXISTS fault_kept")
        cursor.execute("CREATE TABLE fault_kept AS SELECT generate_series(1, 1000) AS number")
    leave_database()
    hall = OpenHall(Path(settings.VAR_DIR) / "log" / "serve.log")
    hall.open()
    killed = hall.kill_everything()

    began = time.monotonic()
    hall.open()
    back = time.monotonic() - began
    hall.close()

    start_database()
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM fault_kept")
        (kept,) = cursor.fetchone()
    assert kept == 1000, f"{kept} of 1000 rows are left"
    counted = f"{killed} processes, the database among them"
    return f"{counted}; home page back after {back:.1f} s, nothing lost or left behind"

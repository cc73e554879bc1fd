"""CPU milliseconds of one operation: of this process, and of the PostgreSQL backend that serves it.

Wall time on a shared machine says little; the kernel's CPU counters say what the work costs.
"""

import os
import statistics
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from django.db import connection

_TICK = os.sysconf("SC_CLK_TCK")


@dataclass(frozen=True, slots=True)
class Cost:
    """Medians over the runs, in CPU milliseconds; the backend's counter has a coarse tick, so it is a mean."""

    web: float
    database: float

    @property
    def total(self) -> float:
        return self.web + self.database


def backend_pid() -> int:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        return int(cursor.fetchone()[0])


def backend_seconds() -> float:
    """CPU seconds that the backend of our connection has used."""
    fields = Path(f"/proc/{backend_pid()}/stat").read_text().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / _TICK


def cost(operations: Sequence[Callable[[], object]]) -> Cost:
    """Run each prepared operation once and tell what one of them costs."""
    webs = []
    before = backend_seconds()
    for operation in operations:
        started = time.process_time()
        operation()
        webs.append((time.process_time() - started) * 1000)
    used = (backend_seconds() - before) * 1000 / len(operations)
    return Cost(web=statistics.median(webs), database=used)

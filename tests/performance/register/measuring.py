"""What a class of questions costs: by the clock and in CPU milliseconds, beside a bare statement in the same run."""

import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from hall.textsearch import Asked, backend
from hall.textsearch.postgres import statements
from hall.textsearch.postgres.frequencies import frequencies
from hall.textsearch.postgres.planning import planned
from tests.performance.measuring import backend_pid
from tracking.register.models import Record
from tracking.register.searching import REGISTER


@dataclass(frozen=True, slots=True)
class Measured:
    """Milliseconds of one question; of the bare statement that gives the keys of the page alone as well.

    ``p50`` and ``p95`` are what the server would need if nobody else were on the machine: the clock less the time in
    which one of both processes was ready and waited for a processor, as the kernel counts it, and never less than what
    they worked. ``clock_…`` is the clock alone, ``cpu`` the mean and ``cpu_p95`` the 95th percentile of their work.
    """

    p50: float
    p95: float
    clock_p50: float
    clock_p95: float
    cpu: float
    cpu_p95: float
    bare_p50: float
    bare_p95: float
    bare_clock_p95: float
    bare_cpu: float


@dataclass(frozen=True, slots=True)
class Run:
    """Milliseconds by the clock, of work and of waiting for a processor."""

    clock: float
    cpu: float
    waited: float

    @property
    def served(self) -> float:
        """They wait at the same time now and then, which is counted twice: so their work is the least."""
        return max(self.clock - self.waited, min(self.clock, self.cpu))


def measure(questions: list[Asked]) -> Measured:
    search = _timed([partial(_search, asked) for asked in questions])
    bare = _timed([_bare(asked) for asked in questions])
    served, bare_served = ([run.served for run in runs] for runs in (search, bare))
    clocked, cpus = [run.clock for run in search], [run.cpu for run in search]
    return Measured(
        _percentile(served, 50), _percentile(served, 95),
        _percentile(clocked, 50), _percentile(clocked, 95),
        statistics.mean(cpus), _percentile(cpus, 95),
        _percentile(bare_served, 50), _percentile(bare_served, 95),
        _percentile([run.clock for run in bare], 95), statistics.mean(run.cpu for run in bare),
    )  # fmt: skip


def _timed(runs: list[Callable[[], object]]) -> list[Run]:
    """Each once to warm it, then each once by the clock."""
    for run in runs:
        run()
    processes = Path("/proc/self/schedstat"), Path(f"/proc/{backend_pid()}/schedstat")
    told = []
    for run in runs:
        (worked, waited), started = _scheduled(processes), time.perf_counter()
        run()
        clock = (time.perf_counter() - started) * 1000
        worked_now, waited_now = _scheduled(processes)
        told.append(Run(clock, worked_now - worked, waited_now - waited))
    return told


def _scheduled(processes: tuple[Path, ...]) -> tuple[float, float]:
    """Milliseconds that they worked, and that they waited for a processor (Linux, proc_pid_schedstat)."""
    told = [path.read_text().split() for path in processes]
    return sum(int(one[0]) for one in told) / 1e6, sum(int(one[1]) for one in told) / 1e6


def _search(asked: Asked) -> list[Record]:
    """As the list does it: what is found, counted and narrowed, and the rows that are shown."""
    found = backend().find(REGISTER, asked)
    rows = Record.objects.in_bulk([hit.key for hit in found.hits])
    return [rows[hit.key] for hit in found.hits]


def _bare(asked: Asked) -> Callable[[], object]:
    """The page alone by one statement: along the list where very much is found, else by the index."""
    asked = replace(asked, text=asked.text or REGISTER.texts[0])
    if backend().find(REGISTER, asked).capped:
        return partial(statements.walk, REGISTER, asked)
    known = frequencies(REGISTER.name, REGISTER.indexes[REGISTER.texts.index(asked.text)])
    plan = planned(REGISTER, asked, known, frequencies(REGISTER.name, REGISTER.long_index))
    return partial(statements.page, REGISTER, asked, plan)


def _percentile(values: list[float], part: int) -> float:
    return statistics.quantiles(values, n=100, method="inclusive")[part - 1] if len(values) > 1 else values[0]

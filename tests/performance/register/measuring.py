"""What a class of questions costs: by the clock and in CPU milliseconds, beside a bare statement in the same run."""

import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial

from hall.textsearch import Asked, backend
from hall.textsearch.postgres import statements
from hall.textsearch.postgres.frequencies import frequencies
from hall.textsearch.postgres.planning import planned
from tests.performance.measuring import backend_seconds
from tracking.register.models import Record
from tracking.register.searching import REGISTER


@dataclass(frozen=True, slots=True)
class Measured:
    """Milliseconds; the bare statement gives the keys of the page alone, without count, facets and rows."""

    p50: float
    p95: float
    web_cpu: float
    database_cpu: float
    bare_p50: float
    bare_p95: float
    bare_cpu: float


def measure(questions: list[Asked]) -> Measured:
    search, web, database = _timed([partial(_search, asked) for asked in questions])
    bare, _web, bare_database = _timed([_bare(asked) for asked in questions])
    return Measured(
        _percentile(search, 50), _percentile(search, 95), web, database,
        _percentile(bare, 50), _percentile(bare, 95), bare_database,
    )  # fmt: skip


def _timed(runs: list[Callable[[], object]]) -> tuple[list[float], float, float]:
    """Each once to warm it, then each once by the clock; and the mean CPU milliseconds of both processes."""
    for run in runs:
        run()
    used, own, clocked = backend_seconds(), time.process_time(), []
    for run in runs:
        started = time.perf_counter()
        run()
        clocked.append((time.perf_counter() - started) * 1000)
    own = (time.process_time() - own) * 1000 / len(runs)
    return clocked, own, (backend_seconds() - used) * 1000 / len(runs)


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
    return partial(statements.page, REGISTER, asked, planned(REGISTER, asked, known).pieces)


def _percentile(values: list[float], part: int) -> float:
    return statistics.quantiles(values, n=100, method="inclusive")[part - 1] if len(values) > 1 else values[0]

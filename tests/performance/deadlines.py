"""A million random due dates, counted by the hall and by an independent walker: not one may differ.

Part of ``make bench``. Seeded, so that a difference can be found again; in two processes; what is done is kept in
``var/bench``, so that an interrupted run goes on where it was. HALL_BENCH_DATES asks for another number of cases.
"""

import json
import os
import platform
import random
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import asdict, dataclass
from datetime import date, timedelta
from pathlib import Path

from hall.workdays.arithmetic import Limit, Suspension, due_date
from hall.workdays.calendars import KnownDay, TableCalendar
from hall.workdays.notices import packaged
from hall.workdays.periods import Unit
from tests.hall.workdays.walker import walk

SEED = 20_260_302
CASES = int(os.environ.get("HALL_BENCH_DATES", "1000000"))
CHUNK = 20_000
# The years whose notices are known; a year is left for the end of the longest period.
FIRST, LAST = date(2008, 1, 1), date(2025, 6, 30)
UNITS: list[Unit] = ["working", "natural", "month"]
# The hall's own calendar as the table would give it, and no database.
NOTICES = packaged()
DAYS = {row.date: KnownDay(row.kind, row.name, False) for _url, rows in NOTICES.values() for row in rows}
CALENDAR = TableCalendar("bench", DAYS, frozenset(NOTICES), "500000")


@dataclass(frozen=True, slots=True)
class Case:
    start: date
    number: int
    unit: Unit
    gaps: list[tuple[date, date]]


@dataclass(frozen=True, slots=True)
class Done:
    """One chunk: how many cases, how many differed, the first of them, and the seconds of the hall's own count."""

    cases: int
    different: int
    example: str
    seconds: float


def cases_of(chunk: int, count: int) -> Iterator[Case]:
    """The same for the same number, whatever ran before."""
    chance = random.Random(SEED + chunk)
    for _ in range(count):
        start = FIRST + timedelta(chance.randrange((LAST - FIRST).days))
        unit = chance.choices(UNITS, weights=[6, 2, 1])[0]
        number = chance.randrange(13) if unit == "month" else chance.choice([1, 2, 3, 5, 7, 10, 15, 20, 30, 45, 60])
        if chance.random() < 0.05:
            number = 0
        yield Case(start, number, unit, list(_gaps(chance, start)))


def _gaps(chance: random.Random, start: date) -> Iterator[tuple[date, date]]:
    """Before, over, inside and after the period, overlapping and of a single day."""
    for _ in range(chance.choices([0, 1, 2, 3], weights=[5, 3, 1, 1])[0]):
        first = start + timedelta(chance.randrange(-10, 90))
        yield first, first + timedelta(chance.choice([0, 0, 1, 4, 9, 14, 30]))


def count_chunk(chunk: int, count: int) -> Done:
    """The hall's count is timed, the walker's is not: it is there to be simple."""
    cases = list(cases_of(chunk, count))
    limits = [(case, [Suspension(*gap) for gap in case.gaps]) for case in cases]
    started = time.process_time()
    counted = [due_date(case.start, Limit(case.number, case.unit), CALENDAR, gaps).due for case, gaps in limits]
    seconds = time.process_time() - started
    different = [
        case
        for case, due in zip(cases, counted, strict=True)
        if walk(case.start, case.number, case.unit, case.gaps) != due
    ]
    return Done(len(cases), len(different), str(different[0]) if different else "", seconds)


def run_all(root: Path) -> int:
    kept = root / "var" / "bench" / f"deadlines-{SEED}-{CASES}.jsonl"
    kept.parent.mkdir(parents=True, exist_ok=True)
    done = _read(kept)
    owed = [chunk for chunk in range(-(-CASES // CHUNK)) if chunk not in done]
    with ProcessPoolExecutor(2) as pool, kept.open("a") as table:
        sizes = [min(CHUNK, CASES - chunk * CHUNK) for chunk in owed]
        for chunk, result in zip(owed, pool.map(count_chunk, owed, sizes), strict=True):
            done[chunk] = result
            table.write(json.dumps({"chunk": chunk, **asdict(result)}) + "\n")
            table.flush()
            print(f"{sum(one.cases for one in done.values()):>9,} cases, {result.different} different", flush=True)
    _report(root, list(done.values()))
    kept.unlink()
    return 1 if any(one.different for one in done.values()) else 0


def _read(kept: Path) -> dict[int, Done]:
    if not kept.exists():
        return {}
    rows = [json.loads(line) for line in kept.read_text().splitlines()]
    return {row.pop("chunk"): Done(**row) for row in rows}


def _report(root: Path, done: list[Done]) -> None:
    cases, different = sum(one.cases for one in done), sum(one.different for one in done)
    each = sum(one.seconds for one in done) / cases * 1_000_000
    machine = f"{platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}"
    lines = [
        f"## {date.today()} · due dates · {machine}",
        "",
        "| random cases | different from the brute-force walker | CPU µs a due date, with every day explained |",
        "|---|---|---|",
        f"| {cases:,} | {different} | {each:.1f} |",
    ]
    page = root / "docs" / "benchmarks.md"
    page.write_text(page.read_text().rstrip() + "\n\n" + "\n".join(lines) + "\n")
    print("\n".join(lines))
    for one in done:
        if one.example:
            print(f"differs: {one.example}", file=sys.stderr)

"""Run the measurements at each volume in a database of their own, and write the table."""

import os
import platform
from datetime import date
from functools import partial
from pathlib import Path

from django.conf import settings
from django.db import connection

from applications.actions.papers import print_paper
from applications.models import Application, Paper
from hall.events import bell
from hall.organisations.demo import build_city
from tests.cast import DIVISIONS, KINDS
from tests.factories.everywhere import publish_with_everything
from tests.performance import operations, volumes
from tests.performance.measuring import Cost, cost

TIMES = 40
_FLOOR = "floor: lock and save one row"
_PRINTING = "worker: one paper printed and signed"
Table = dict[str, dict[int, Cost]]


def run_all(root: Path) -> int:
    sizes = [int(word) for word in os.environ.get("HALL_BENCH_CASES", "1000,100000").split(",")]
    bell._ring = lambda: None
    settings.ALLOWED_HOSTS = ["testserver"]
    connection.creation.create_test_db(verbosity=0, autoclobber=True, serialize=False)
    build_city(date.today(), codes=DIVISIONS, kinds=KINDS)
    publish_with_everything()
    table: Table = {}
    for size in sizes:
        print(f"filling to {size:,} cases …", flush=True)
        volumes.fill(size)
        _measure(size, table)
    _write(root / "docs" / "benchmarks.md", _report(table, sizes))
    return 0


def _measure(size: int, table: Table) -> None:
    asked = {name: prepare for name, prepare in operations.deeds().items() if _asked(name)}
    deeds = {name: [prepare() for _ in range(TIMES)] for name, prepare in asked.items()}
    pages = {name: ones for name, ones in operations.pages(TIMES).items() if _asked(name)}
    for prepared in (deeds, operations.floors(TIMES), pages):
        for name, all_of_it in prepared.items():
            # The first run warms what every process warms once.
            all_of_it[0]()
            table.setdefault(name, {})[size] = cost(all_of_it[1:])
            # A filing that only found its draft filed already would be no filing.
            assert not Application.objects.filter(state="draft", applicant__username__startswith="bench").exists()
            print(f"{size:>9,}  {name:<32} {table[name][size].total:7.1f} CPU ms", flush=True)
    if _asked(_PRINTING):
        _print(size, table)


def _asked(name: str) -> bool:
    """Everything, unless HALL_BENCH_ONLY names some."""
    words = [word.strip() for word in os.environ.get("HALL_BENCH_ONLY", "").split(",") if word.strip()]
    return not words or any(word in name for word in words)


def _print(size: int, table: Table) -> None:
    unprinted = Paper.objects.filter(state="drafted").values_list("uid", flat=True)[: TIMES + 1]
    printing = [partial(print_paper, uid) for uid in unprinted]
    printing[0]()
    table.setdefault(_PRINTING, {})[size] = cost(printing[1:])


def _report(table: Table, sizes: list[int]) -> list[str]:
    heads = "".join(f" web {n:,} | database {n:,} | floors {n:,} |" for n in sizes)
    lines = [f"| operation |{heads} growth |", "|---|" + "---|" * (3 * len(sizes) + 1)]
    for name, costs in table.items():
        cells = "".join(
            f" {costs[n].web:.1f} | {costs[n].database:.1f} | {costs[n].total / table[_FLOOR][n].total:.1f} |"
            for n in sizes
        )
        lines.append(f"| {name} |{cells} {costs[sizes[-1]].total / costs[sizes[0]].total:.2f} |")
    return lines


def _write(path: Path, lines: list[str]) -> None:
    cores = os.cpu_count()
    head = f"## {date.today()} · {platform.machine()}, {cores} cores, Python {platform.python_version()}"
    path.parent.mkdir(exist_ok=True)
    before = path.read_text() if path.exists() else _TITLE
    path.write_text(before.rstrip() + "\n\n" + "\n".join([head, "", *lines]) + "\n")
    print("\n".join(lines))


_TITLE = """# Benchmarks

CPU milliseconds of one operation through its page: `web` is the median of the web process, `database` the mean of the
PostgreSQL backend (its counter ticks in 10 ms). `floors` is their sum divided by that of a bare Django view that reads,
locks and saves the same row in the same run. `growth` is the largest volume against the smallest. Made by `make bench`.
"""

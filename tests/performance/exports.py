"""How much memory an export takes: the peak of a process of its own that streams so many rows, above where it began.

``python -m tests.performance.exports`` measures each format with 1,000,000 generated rows, and with the rows of a real
table of 200,000, and adds the figures to docs/benchmarks.md. HALL_BENCH_EXPORT=1000000,200000 asks for other numbers.
"""

import json
import os
import platform
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import cycle, islice
from pathlib import Path
from tempfile import TemporaryFile
from typing import Any
from uuid import UUID

ROOT = Path(__file__).resolve().parent.parent.parent
os.environ["DJANGO_SETTINGS_MODULE"] = "hall.settings"
os.environ.setdefault("HALL_TEST_DATABASE", "1")
os.environ["HALL_DB_POOL"] = "1"
os.environ["HALL_LOG_LEVEL"] = "ERROR"

import django  # noqa: E402

FORMATS = ("csv", "jsonl", "xlsx")
Figures = dict[str, float]


def measure(form: str, rows: Iterable[dict[str, Any]]) -> Figures:
    """Megabytes of growth and of the result, and CPU seconds of writing it."""
    from tracking.opendata.actions.making import write
    from tracking.opendata.models import Format

    write_first(form)
    _forget_peak()
    before, started = _memory("VmRSS"), time.process_time()
    with TemporaryFile() as content:
        written = write(content, Format(form), iter(rows))
        size = content.tell()
    told = {"rows": written, "growth": max(0.0, _memory("VmHWM") - before), "size": size / 1_000_000}
    return told | {"seconds": time.process_time() - started}


def write_first(form: str) -> None:
    """Some rows before, so that what is loaded once counts for nobody."""
    from tracking.opendata.actions.making import write
    from tracking.opendata.models import Format

    with TemporaryFile() as content:
        write(content, Format(form), generated(2_000))


def generated(rows: int) -> Iterator[dict[str, Any]]:
    """Invented rows as the dictionary gives them out."""
    from tests.performance.register.rows import COLUMNS, Maker
    from tracking.opendata.dictionary import NAMES

    # One chunk again and again: what the maker remembers must not count as what an export takes.
    chunk = list(islice(Maker(with_content=True).chunk(0), min(rows, 2_000)))
    for number, told in enumerate(islice(cycle(chunk), rows)):
        named = dict(zip(COLUMNS, told, strict=True)) | {"uid": str(UUID(int=number))}
        yield {name: named.get(name) or None for name in NAMES}


def of_table(rows: int) -> Iterator[dict[str, Any]]:
    """The records of a table, by the reader of every export: organisations, a batch in memory at a time."""
    from hall.organisations.models import Hall, Level
    from tests.performance.register import running, volume
    from tracking.opendata.dictionary import row_of
    from tracking.opendata.reading import Chosen, records

    running.open_database(f"register_{rows}")
    volume.fill(rows)
    city = Hall(code="500000", level=Level.CITY)
    return (row_of(record) for record in records(city, Chosen()))


def _forget_peak() -> None:
    Path("/proc/self/clear_refs").write_text("5")


def _memory(name: str) -> float:
    """Megabytes, as the kernel counts them."""
    lines = Path("/proc/self/status").read_text().splitlines()
    return int(next(line for line in lines if line.startswith(f"{name}:")).split()[1]) / 1000


def run_all(root: Path) -> None:
    many, fewer = (*map(int, os.environ.get("HALL_BENCH_EXPORT", "1000000,200000").split(",")), 0)[:2]
    asked = [("generated", many)] * bool(many) + [("table", fewer)] * bool(fewer)
    lines = [_row(source, form, _alone(source, form, rows)) for source, rows in asked for form in FORMATS]
    machine = f"{platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}"
    head = [
        f"## {date.today()} · memory of exports · {machine}",
        "",
        "Growth is the peak of the process above what it had after the first 2,000 rows, which load what is loaded "
        "once. The table is read as every export reads it, by keyset a thousand records at a time; natural persons' "
        "records are left out.",
        "",
        "| rows from | format | rows | peak growth MB | result MB | CPU s |",
        "|---|---|---|---|---|---|",
    ]
    page = root / "docs" / "benchmarks.md"
    page.write_text(page.read_text().rstrip() + "\n\n" + "\n".join([*head, *lines]) + "\n")


def _alone(source: str, form: str, rows: int) -> Figures:
    command = [sys.executable, "-m", "tests.performance.exports", source, form, str(rows)]
    told = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout.splitlines()[-1]
    print(source, form, told, flush=True)
    figures: Figures = json.loads(told)
    return figures


def _row(source: str, form: str, told: Figures) -> str:
    return (
        f"| {source} | {form} | {told['rows']:,.0f} | {told['growth']:.1f} | {told['size']:,.1f} | "
        f"{told['seconds']:.1f} |"
    )


if __name__ == "__main__":
    if len(sys.argv) == 1:
        run_all(ROOT)
    else:
        django.setup()
        source, form, rows = sys.argv[1:]
        print(json.dumps(measure(form, {"generated": generated, "table": of_table}[source](int(rows)))))

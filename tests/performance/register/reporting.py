"""The volumes side by side, added to docs/benchmarks.md. HALL_BENCH_REGISTER=10000,1000000 names them, 0 none."""

import json
import os
import platform
import subprocess
import sys
from datetime import datetime
from pathlib import Path

from tests.performance.register.questions import SPARSE
from tests.performance.register.running import Result

# Milliseconds that 95 of a hundred questions may take, by class; and how much slower ten times as many records may be.
LIMIT, SPARSE_LIMIT, GROWTH = 50, 300, 1.5
SIZES = [int(word) for word in os.environ.get("HALL_BENCH_REGISTER", "10000,1000000").split(",") if int(word)]


def run_all(root: Path) -> None:
    """Each volume in a process of its own, with connections and caches of its own."""
    results = [_run(root, size) for size in SIZES]
    if results:
        page = root / "docs" / "benchmarks.md"
        lines = _report(results)
        page.write_text(page.read_text().rstrip() + "\n\n" + "\n".join(lines) + "\n")
        print("\n".join(lines))


def _run(root: Path, size: int) -> Result:
    print(f"the register with {size:,} records …", flush=True)
    command = [sys.executable, "-m", "tests.performance.register", str(size)]
    last = ""
    with subprocess.Popen(command, cwd=root, stdout=subprocess.PIPE, text=True) as child:
        for line in child.stdout or ():
            last = line
            if not line.startswith("{"):
                print(line, end="", flush=True)
    if child.returncode:
        raise SystemExit(child.returncode)
    return Result(**json.loads(last))


def _report(results: list[Result]) -> list[str]:
    machine = f"{platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}"
    load = os.getloadavg()[2]
    lines = [
        f"## {datetime.now():%Y-%m-%d %H:%M} · search of the register · {machine}",
        "",
        "Milliseconds of one search with its rows, without drawing the page; everything was asked once before. p50 and "
        "p95 are the time of the server: the clock less the time in which web process or backend was ready and waited "
        "for a processor (the kernel's schedstat), but never less than what both worked, so that other work on the "
        "machine does not count; `clock` is the clock alone, CPU what both processes worked. `SQL` is the page alone "
        "by one statement, without count, facets and rows, in the "
        f"same run. Load average of the last quarter of an hour: {load:.1f}. "
        f"shared_buffers {results[-1].shared_buffers}.",
        "",
        "| records | table MB | index MB | long pieces MB | content index MB | load s | load CPU s | insert ms "
        "| insert CPU ms |",
        "|---|---|---|---|---|---|---|---|---|",
        *map(_volume, results),
        "",
        *_built(results),
    ]
    for result in results:
        lines += [f"{result.rows:,} records:", "", *_classes(result), ""]
    return lines + _growths(results)


def _volume(one: Result) -> str:
    loading, cpu = one.costs.get("load", (0, 0))
    content = f"{one.content_index:,.0f}" if one.content_index else "none"
    return (
        f"| {one.rows:,} | {one.table:,.0f} | {one.index:,.0f} | {one.long_index:,.0f} | {content} | {loading:,.0f} | "
        f"{cpu:,.0f} | {one.insert:.2f} | {one.insert_cpu:.2f} |"
    )


def _built(results: list[Result]) -> list[str]:
    lines = [
        f"- {one.rows:,}: {name} was built in {seconds:,.0f} s ({cpu:,.0f} s of CPU)."
        for one in results
        for name, (seconds, cpu) in one.costs.items()
        if name != "load"
    ]
    return [*lines, ""] if lines else []


_COLUMNS = {
    "p50": "p50",
    "p95": "p95",
    "clock_p50": "clock p50",
    "clock_p95": "clock p95",
    "cpu": "CPU",
    "cpu_p95": "CPU p95",
    "bare_p50": "SQL p50",
    "bare_p95": "SQL p95",
    "bare_clock_p95": "SQL clock p95",
    "bare_cpu": "SQL CPU",
}


def _classes(one: Result) -> list[str]:
    lines = [f"| class | {' | '.join(_COLUMNS.values())} | p95 wanted |", "|---|" + "---|" * (len(_COLUMNS) + 1)]
    for name, told in one.classes.items():
        limit = SPARSE_LIMIT if name == SPARSE else LIMIT
        held = f"{limit}" if told["p95"] <= limit else f"**{limit}: not held**"
        lines.append(f"| {name} | {' | '.join(f'{told[column]:.1f}' for column in _COLUMNS)} | {held} |")
    return lines


def _growths(results: list[Result]) -> list[str]:
    """The largest volume against the one before."""
    if len(results) < 2:
        return []
    before, after = results[-2:]
    lines = [
        f"From {before.rows:,} to {after.rows:,} records, wanted: p50 less than {GROWTH} times.",
        "",
        "| class | p50 before | p50 after | growth of p50 | growth of CPU |",
        "|---|---|---|---|---|",
    ]
    for name in [name for name in after.classes if name in before.classes]:
        was, now = before.classes[name], after.classes[name]
        growth = now["p50"] / max(was["p50"], 0.1)
        told = f"{growth:.2f}" if growth < GROWTH else f"**{growth:.2f}**"
        worked = now["cpu"] / max(was["cpu"], 0.1)
        lines.append(f"| {name} | {was['p50']:.1f} | {now['p50']:.1f} | {told} | {worked:.2f} |")
    return lines

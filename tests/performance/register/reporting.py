"""The volumes side by side, added to docs/benchmarks.md. HALL_BENCH_REGISTER=10000,1000000 names them, 0 none."""

import json
import os
import platform
import subprocess
import sys
from datetime import date
from pathlib import Path

from tests.performance.register.running import Result

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
    return [
        f"## {date.today()} · search of the register · {machine}",
        "",
        "Milliseconds of one search with its rows, without drawing the page. `SQL` is the page alone by one "
        "statement, without count, facets and rows. CPU is that of both processes. "
        f"Load average of the last quarter of an hour: {load:.1f}. shared_buffers {results[-1].shared_buffers}.",
        "",
        "| records | table MB | index MB | content index MB | load s | insert ms | insert CPU ms |",
        "|---|---|---|---|---|---|---|",
        *map(_volume, results),
        "",
        *_built(results),
        *_classes(results),
    ]


def _volume(one: Result) -> str:
    return (
        f"| {one.rows:,} | {one.table:,.0f} | {one.index:,.0f} | {one.content_index:,.0f} | "
        f"{f'{one.loading:,.0f}' if one.loading else 'stood'} | {one.insert:.2f} | {one.insert_cpu:.2f} |"
    )


def _built(results: list[Result]) -> list[str]:
    lines = [
        f"Built after the load of {one.rows:,}: {name} in {seconds:,.0f} s ({cpu:,.0f} s of CPU)."
        for one in results
        for name, (seconds, cpu) in one.indexing.items()
    ]
    return [*lines, ""] if lines else []


def _classes(results: list[Result]) -> list[str]:
    heads = "".join(f" p50 {one.rows:,} | p95 | CPU | SQL p50 | SQL p95 | SQL CPU |" for one in results)
    lines = [f"| class |{heads} growth of p50 | growth of CPU |", "|---|" + "---|" * (6 * len(results) + 2)]
    for name in results[-1].classes | results[0].classes:
        cells = "".join(_cells(one.classes.get(name)) for one in results)
        lines.append(f"| {name} |{cells} {_growth(results, name)} |")
    return lines


def _cells(told: dict[str, float] | None) -> str:
    if told is None:
        return " – |" * 6
    cpu = told["web_cpu"] + told["database_cpu"]
    numbers = [told["p50"], told["p95"], cpu, told["bare_p50"], told["bare_p95"], told["bare_cpu"]]
    return "".join(f" {number:.1f} |" for number in numbers)


def _growth(results: list[Result], name: str) -> str:
    """The largest volume against the one before."""
    if len(results) < 2 or not all(name in one.classes for one in results[-2:]):
        return "– | –"
    before, after = (one.classes[name] for one in results[-2:])
    cpus = [told["web_cpu"] + told["database_cpu"] for told in (before, after)]
    return f"{after['p50'] / before['p50']:.2f} | {cpus[1] / max(cpus[0], 0.1):.2f}"

"""Which scenarios are done, and the table in docs. An interrupted run goes on where it was."""

import json
import os
import platform
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path

from django.core.management import call_command
from django.db import connection

from hall import clock
from tests.faults import database, deeds, machine, worker

SCENARIOS: dict[str, Callable[[], str]] = {
    "database killed while four writers commit": database.killed_under_writers,
    "database killed again while it recovers": database.killed_while_recovering,
    "worker killed in the middle of its letters": worker.killed_among_letters,
    "everything killed at once, then started again": machine.everything_killed,
    "web, worker and database killed during a thousand deeds": deeds.killed_during_a_thousand_deeds,
}
HEADING = """# Fault runs

`make faults` kills processes with SIGKILL while work is going on and then counts what is left. Each row is one run
of one scenario; a run that finds anything lost, doubled or stuck ends with an error instead of a row. An interrupted
run goes on where it was.

The thousand deeds are done through the pages of a served hall, by people who send again exactly what got no answer. A
seed, printed and kept in the row, decides the cases and after which deeds what is killed:
`HALL_FAULTS_SEED=… make faults` plays them again. One case of each kind is played first, undisturbed: every other of
its kind has to leave the same behind.

| date | scenario | result | seconds | machine |
|---|---|---|---|---|
"""


@dataclass(frozen=True)
class Outcome:
    """One scenario of one run, told in one line."""

    scenario: str
    told: str
    seconds: float


def run_all(root: Path) -> int:
    """Do what is left to do; a scenario that fails stops the run, and the next run begins with it."""
    notes = root / "var" / "faults" / "done.json"
    call_command("migrate", verbosity=0, interactive=False)
    done = [Outcome(**each) for each in json.loads(notes.read_text())] if notes.exists() else []
    for scenario, play in SCENARIOS.items():
        if scenario not in {outcome.scenario for outcome in done}:
            done.append(_played(scenario, play))
            notes.write_text(json.dumps([asdict(outcome) for outcome in done]))
    _write_down(root / "docs" / "faults.md", done)
    notes.unlink()
    return 0


def _played(scenario: str, play: Callable[[], str]) -> Outcome:
    print(f"==> {scenario}", flush=True)
    began = time.monotonic()
    told = play()
    outcome = Outcome(scenario, told, round(time.monotonic() - began, 1))
    print(f"    {told} ({outcome.seconds} s)", flush=True)
    return outcome


def _write_down(page: Path, outcomes: list[Outcome]) -> None:
    page.parent.mkdir(exist_ok=True)
    if not page.exists():
        page.write_text(HEADING)
    with page.open("a") as file:
        for outcome in outcomes:
            row = [clock.today().isoformat(), outcome.scenario, outcome.told, str(outcome.seconds), _machine()]
            file.write(f"| {' | '.join(row)} |\n")


def _machine() -> str:
    with connection.cursor() as cursor:
        cursor.execute("SHOW server_version")
        (version,) = cursor.fetchone()
    programs = f"Python {platform.python_version()}, PostgreSQL {version.split()[0]}"
    return f"{os.cpu_count()} cores {platform.machine()}, load {os.getloadavg()[0]:.0f}, {programs}"

"""Several processes share one server: one starts it, the last to leave stops it."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest

from hall.database import servers
from hall.database.lifetime import bring_up, take_down
from hall.database.places import ROOT, Place
from tests.database.asking import ask
from tests.database.conftest import Settle

SCRIPT = """
import sys
from hall import database
from hall.database import servers
print(servers.running(database.bring_up()), flush=True)
sys.stdin.read()
"""


@contextmanager
def a_process(var: Path) -> Iterator["subprocess.Popen[str]"]:
    """Another process that uses the database until its input ends."""
    surroundings = {**os.environ, "HALL_VAR_DIR": str(var), "HALL_TEST_DATABASE": "0"}
    with subprocess.Popen(
        [sys.executable, "-c", SCRIPT],
        cwd=ROOT,
        env=surroundings,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        yield process


def server_seen_by(process: "subprocess.Popen[str]") -> int:
    assert process.stdout
    return int(process.stdout.readline())


@pytest.fixture(scope="module")
def place(settle_lastingly: Settle) -> Place:
    return settle_lastingly()


def test_of_four_first_starts_at_once_one_makes_the_cluster_over_what_a_killed_one_left(place: Place) -> None:
    shutil.rmtree(place.home, ignore_errors=True)
    half = place.home / "data.new"
    half.mkdir(parents=True)
    (half / "PG_VERSION").write_text("15\n")
    with ExitStack() as stack:
        processes = [stack.enter_context(a_process(place.home.parent)) for _ in range(4)]
        assert {server_seen_by(each) for each in processes} == {servers.running(place)}
        assert ask(place, "SELECT 1") == 1


def test_the_last_to_leave_stops_it(place: Place) -> None:
    with a_process(place.home.parent) as other:
        server = server_seen_by(other)
        bring_up(place)
        take_down(place)
        assert servers.running(place) == server
    assert servers.running(place) is None


def test_a_killed_user_holds_nothing_up(place: Place) -> None:
    with a_process(place.home.parent) as other:
        server_seen_by(other)
        bring_up(place)
        other.kill()
    take_down(place)
    assert servers.running(place) is None

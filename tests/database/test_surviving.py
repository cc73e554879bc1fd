"""After every kind of violent end the database starts again, with what was committed."""

import os
import shutil
import signal
import subprocess
import time
from pathlib import Path

import psycopg
import pytest

from hall.database import servers
from hall.database.lifetime import bring_up
from hall.database.places import Place
from tests.database.asking import ask, tell
from tests.database.conftest import Settle


@pytest.fixture(scope="module")
def cluster(settle_lastingly: Settle) -> Place:
    return settle_lastingly(durable=True)


@pytest.fixture
def place(cluster: Place) -> Place:
    """Up again, whatever the test before has done to it, and with one row."""
    bring_up(cluster)
    tell(
        cluster,
        "DROP TABLE IF EXISTS kept",
        "CREATE TABLE kept (word text)",
        "INSERT INTO kept VALUES ('已受理')",
    )
    return cluster


def test_real_data_is_written_durably(place: Place) -> None:
    assert ask(place, "SHOW fsync") == "on"
    assert ask(place, "SHOW synchronous_commit") == "on"
    assert ask(place, "SHOW full_page_writes") == "on"


def kill(place: Place, *, sessions_too: bool) -> None:
    server = servers.running(place)
    assert server
    victims = [server, *(_children(server) if sessions_too else ())]
    for pid in victims:
        os.kill(pid, signal.SIGKILL)
    while servers.running(place) == server:
        time.sleep(0.01)


def _children(parent: int) -> list[int]:
    listed = Path(f"/proc/{parent}/task/{parent}/children").read_text()
    return [int(pid) for pid in listed.split()]


def test_everything_killed(place: Place) -> None:
    kill(place, sessions_too=True)
    assert ask(bring_up(place), "SELECT word FROM kept") == "已受理"


def test_only_the_server_killed_while_a_session_works(place: Place) -> None:
    with psycopg.connect(host=str(place.sockets), user="hall", dbname="hall") as session:
        session.execute("INSERT INTO kept VALUES ('未提交')")
        kill(place, sessions_too=False)
        assert ask(bring_up(place), "SELECT string_agg(word, '') FROM kept") == "已受理"
        session.close()


def test_killed_again_and_again(place: Place) -> None:
    for _ in range(3):
        kill(place, sessions_too=True)
        bring_up(place)
    assert ask(place, "SELECT count(*) FROM kept") == 1


def test_a_recorded_number_that_now_belongs_to_another_process(place: Place) -> None:
    record = place.data / "postmaster.pid"
    lines = record.read_text().splitlines()
    kill(place, sessions_too=True)
    time.sleep(0.2)
    with subprocess.Popen(["sleep", "60"], **place.owner.process()) as stranger:
        record.write_text("\n".join([str(stranger.pid), *lines[1:]]))
        assert servers.running(place) is None
        assert ask(bring_up(place), "SELECT word FROM kept") == "已受理"
        stranger.kill()


def test_a_socket_directory_swept_away(place: Place) -> None:
    shutil.rmtree(place.sockets)
    assert ask(bring_up(place), "SELECT word FROM kept") == "已受理"


def test_a_server_that_cannot_start_shows_its_own_words(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    servers.stop(place)
    monkeypatch.setattr(servers, "PATIENCE", 0)
    settings = place.data / "postgresql.conf"
    usual = settings.read_text()
    settings.write_text("no_such_setting = 1\n")
    try:
        with pytest.raises(Exception, match="no_such_setting"):
            bring_up(place)
    finally:
        settings.write_text(usual)

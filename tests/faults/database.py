"""The database is killed while several processes commit: what was acknowledged is there, whole."""

import subprocess
import sys

from django.db import connection

from hall import database
from tests.faults.killing import kill_database, start_database

ROUNDS = 5
WRITERS = 4
WARM_UP = 50
# Each commit is a pair of rows; its number is told only after the commit was acknowledged.
WRITER = """
import sys, psycopg
host, writer = sys.argv[1:]
with psycopg.connect(host=host, port=5432, user="hall", dbname="hall", autocommit=True) as session:
    number = 0
    while True:
        with session.transaction():
            for half in (0, 1):
                session.execute("INSERT INTO fault_rows VALUES (%s, %s, %s)", (writer, number, half))
        print(number, flush=True)
        number += 1
"""

TORN = """
SELECT count(*) FROM (SELECT 1 FROM fault_rows GROUP BY writer, number HAVING count(*) <> 2) AS torn
"""


def killed_under_writers() -> str:
    """Five rounds; counts what was acknowledged, what is there, and what is torn."""
    acknowledged, slowest = 0, 0.0
    for _ in range(ROUNDS):
        _empty_table()
        told = _kill_under(_writers())
        slowest = max(slowest, start_database())
        acknowledged += _check(told)
    return f"{acknowledged} acknowledged commits in {ROUNDS} kills, none lost, none torn; back within {slowest:.1f} s"


def killed_while_recovering() -> str:
    """A second kill shortly after the server comes back, and a third."""
    _empty_table()
    told = _kill_under(_writers())
    for _ in range(3):
        start_database()
        kill_database()
    seconds = start_database()
    return f"{_check(told)} acknowledged commits after four kills, none lost; back within {seconds:.1f} s"


def _empty_table() -> None:
    with connection.cursor() as cursor:
        cursor.execute("DROP TABLE IF EXISTS fault_rows")
        cursor.execute("CREATE TABLE fault_rows (writer text, number int, half int, UNIQUE (writer, number, half))")


def _writers() -> list["subprocess.Popen[str]"]:
    """They end by themselves when the database is gone."""
    command = [sys.executable, "-c", WRITER, str(database.here().sockets)]
    return [
        subprocess.Popen([*command, str(each)], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        for each in range(WRITERS)
    ]


def _kill_under(writers: list["subprocess.Popen[str]"]) -> list[int]:
    """Kill when all of them are well at work, and hear what each was told last."""
    for writer in writers:
        _hear(writer, WARM_UP)
    kill_database()
    return [WARM_UP - 1 + len(_rest(writer)) for writer in writers]


def _hear(writer: "subprocess.Popen[str]", count: int) -> None:
    assert writer.stdout
    for _ in range(count):
        assert writer.stdout.readline(), "a writer ended before the database was killed"


def _rest(writer: "subprocess.Popen[str]") -> list[str]:
    """A number is told only after its commit was acknowledged; a line cut by the end was not told."""
    assert writer.stdout
    told = writer.stdout.read()
    writer.wait()
    return told.split("\n")[:-1]


def _check(told: list[int]) -> int:
    with connection.cursor() as cursor:
        cursor.execute(TORN)
        (torn,) = cursor.fetchone()
        cursor.execute("SELECT writer, max(number), count(DISTINCT number) FROM fault_rows GROUP BY writer")
        kept = {int(writer): (last, count) for writer, last, count in cursor.fetchall()}
    assert torn == 0, f"{torn} commits are torn"
    for writer, last in enumerate(told):
        found, count = kept.get(writer, (-1, 0))
        assert found >= last, f"writer {writer} was told of {last} but only {found} is there"
        assert count == found + 1, f"writer {writer} has gaps"
    return sum(last + 1 for last in told)

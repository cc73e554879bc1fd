"""Asking a server of a place, and doing something as somebody else."""

import json
import os
import traceback
from collections.abc import Callable
from typing import Any

import psycopg

from hall.database.owners import Owner
from hall.database.places import Place


def ask(place: Place, question: str) -> Any:
    """The first column of the first row."""
    with psycopg.connect(host=str(place.sockets), port=5432, user="hall", dbname="hall") as connection:
        row = connection.execute(question).fetchone()
    assert row
    return row[0]


def tell(place: Place, *statements: str) -> None:
    with psycopg.connect(host=str(place.sockets), port=5432, user="hall", dbname="hall") as connection:
        for statement in statements:
            connection.execute(statement)


def in_child(work: Callable[[], Any], account: Owner | None = None) -> Any:
    """What ``work`` answers in a forked process, which may be another account's.

    Forked, because the interpreter of a clone under /root cannot be started by anybody else.
    """
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        _answer(work, account, writing)
    os.close(writing)
    with os.fdopen(reading) as pipe:
        answer = json.loads(pipe.read())
    os.waitpid(child, 0)
    assert "problem" not in answer, answer["problem"]
    return answer["answer"]


def _answer(work: Callable[[], Any], account: Owner | None, writing: int) -> None:
    try:
        if account and os.geteuid() != account.uid:
            os.setgroups([])
            os.setgid(account.gid)
            os.setuid(account.uid)
        told = {"answer": work()}
    except BaseException:
        told = {"problem": traceback.format_exc()}
    os.write(writing, json.dumps(told).encode())
    os._exit(0)

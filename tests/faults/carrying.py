"""A worker process of its own: says that it is ready, then carries letters until none is due."""

import time
from typing import Any

import django
import psycopg

django.setup()

from hall import database  # noqa: E402
from hall.events import outbox, worker  # noqa: E402


def world() -> "psycopg.Connection[Any]":
    """Outside the worker's transaction, so that a kill can part a letter from its effect."""
    return psycopg.connect(host=str(database.here().sockets), port=5432, user="hall", dbname="hall", autocommit=True)


def main() -> None:
    with world() as session:

        @outbox.carries("fault")
        def carry(payload: dict[str, Any]) -> None:
            session.execute("INSERT INTO fault_effects VALUES (%s) ON CONFLICT DO NOTHING", [payload["number"]])
            time.sleep(0.01)

        print("ready", flush=True)
        while worker.drain(limit=50):
            pass


if __name__ == "__main__":
    main()

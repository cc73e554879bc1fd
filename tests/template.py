"""The tests' database is a copy of one that was migrated before: copying takes a moment, migrating many seconds.

The original is called after everything it is made of, so that another state of the migrations makes another original.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Any

import psycopg
import pytest
from django.conf import settings
from django.core.management import call_command
from django.db import connection
from psycopg import sql

_MADE_OF = (
    "*/migrations/*.py",
    "*/*/migrations/*.py",
    "hall/management/commands/migrate.py",
    "hall/workdays/**/*.py",
    "hall/workdays/**/*.csv",
    "*.txt",
)
_PREFIX = "tests_original_"
_LOCK = 5_000_003


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_modify_db_settings_parallel_suffix: None, django_db_blocker: Any) -> None:
    original = _name()
    with django_db_blocker.unblock(), _administration() as server:
        known = {name for (name,) in server.execute("SELECT datname FROM pg_database").fetchall()}
        if original not in known:
            _make(server, original, outdated={name for name in known if name.startswith(_PREFIX)})
    connection.settings_dict["TEST"]["TEMPLATE"] = original


def _name() -> str:
    root = Path(settings.BASE_DIR)
    digest = sha256(f"{date.today():%Y-%m}".encode())  # the trail has a partition for each month
    for path in sorted({path for pattern in _MADE_OF for path in root.glob(pattern)}):
        digest.update(path.read_bytes())
    return f"{_PREFIX}{digest.hexdigest()[:16]}"


@contextmanager
def _administration() -> Iterator["psycopg.Connection[tuple[str]]"]:
    """One at a time: whoever comes second finds the original made."""
    with connection._nodb_cursor() as cursor:  # brings the server up
        server = cursor.connection
        server.execute("SELECT pg_advisory_lock(%s)", [_LOCK])
        yield server


def _make(server: "psycopg.Connection[tuple[str]]", original: str, outdated: set[str]) -> None:
    """Under another name until it is whole; what an earlier state of the code left is dropped."""
    for name in {*outdated, f"{_PREFIX}half"}:
        server.execute(sql.SQL("DROP DATABASE IF EXISTS {}").format(sql.Identifier(name)))
    server.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(f"{_PREFIX}half")))
    _migrate(f"{_PREFIX}half")
    whole = sql.SQL("ALTER DATABASE {} RENAME TO {}")
    server.execute(whole.format(sql.Identifier(f"{_PREFIX}half"), sql.Identifier(original)))


def _migrate(name: str) -> None:
    usual = connection.settings_dict["NAME"]
    connection.close()
    connection.settings_dict["NAME"] = name
    try:
        call_command("migrate", verbosity=0, interactive=False)
    finally:
        connection.close()
        connection.close_pool()  # type: ignore[attr-defined]
        connection.settings_dict["NAME"] = usual

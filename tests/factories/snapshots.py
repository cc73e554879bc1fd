"""What a factory built once in this process is put back row by row instead of being built again.

    handling_id = once(("received", item, by), build)      # ``build`` runs, or its rows come back

A test's world begins empty. As long as only factories have written to it, it is told by what they were asked for, at
which moment and under which settings; the first time a world is asked for it is built by the real deeds and the rows of
each table that they wrote are kept, the next time these rows are copied in. As soon as the test itself has written
anything, nothing can be known any more and everything is built. The same in a test with transactions of its own.
"""

import re
from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from django.conf import UserSettingsHolder, settings
from django.db import connection
from django.utils.translation import get_language

from hall import clock

_WRITES = re.compile(r'\s*(?:INSERT INTO|UPDATE|DELETE FROM)\s+"?(\w+)"?')
_HARMLESS = re.compile(r"\s*(SELECT|SAVEPOINT|RELEASE SAVEPOINT|SET |SHOW|EXPLAIN)")
# Who has signed in changes no case: a browser may be opened before a case is built.
_SIGNING_IN = re.compile(r'\s*(INSERT INTO "django_session"|UPDATE "accounts_user" SET "last_login" = )')

Key = tuple[Hashable, ...]


@dataclass(slots=True)
class Snapshot:
    """The rows of every table that has been written since the world was empty, and what the builder gave back."""

    rows: dict[str, bytes]
    given: Any


@dataclass(slots=True)
class World:
    """What the running test's database is known to hold: ``exact`` while nothing but the history has been built."""

    history: Key = ()
    known: bool = False
    exact: bool = True
    building: int = 0
    written: set[str] = field(default_factory=set)

    def notice(self, execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        """Of each statement: does it change what the factories built, and which table?"""
        if not _HARMLESS.match(sql) and not _SIGNING_IN.match(sql):
            self._changed(sql)
        return execute(sql, params, many, context)

    def _changed(self, sql: str) -> None:
        self.exact = False
        writing = _WRITES.match(sql)
        if writing:
            self.written.add(writing[1])
        if not self.building or not (writing or sql.startswith("ROLLBACK TO")):
            self.known = False


_kept: dict[Key, Snapshot] = {}
_columns: dict[str, str] = {}
_world = World()


@contextmanager
def beginning(*, empty: bool) -> Iterator[None]:
    """A test begins; ``empty``: in one transaction, over a database that holds nothing of an earlier test."""
    global _world
    _world = World(known=empty)
    with connection.execute_wrapper(_world.notice):
        yield
    _world.known = False


def spoil() -> None:
    """From here on the code itself is another (a patched item), so that nothing built before may be put back."""
    _world.known = False


def once(asked: Key, build: Callable[[], Any]) -> Any:
    """What ``build`` gives, a key or a plain value, and its rows in the database."""
    if not (_world.known and _world.exact and _may_copy()):
        return build()
    key = (*_world.history, (asked, _circumstances()))
    if key in _kept:
        _put_back(_kept[key])
        _world.history = key
        return _kept[key].given
    return _build(key, build)


def _build(key: Key, build: Callable[[], Any]) -> Any:
    _world.building += 1
    try:
        given = build()
    except BaseException:
        _world.known = False
        raise
    finally:
        _world.building -= 1
    if _world.known:
        _world.history, _world.exact = key, True
        _kept[key] = Snapshot({table: _copied_out(table) for table in sorted(_world.written)}, given)
    return given


@cache
def _may_copy() -> bool:
    """Triggers sleep for a superuser only: with a database of somebody else's everything is built each time."""
    with connection.connection.cursor() as cursor:
        return bool(cursor.execute("SHOW is_superuser").fetchone()[0] == "on")


def _circumstances() -> Key:
    """When, in which language, under which settings that a test changed."""
    return clock._frozen.get() or clock.today(), get_language(), _changed_settings()


def _changed_settings() -> str:
    changed: dict[str, Any] = {}
    holder: Any = vars(settings)["_wrapped"]
    while isinstance(holder, UserSettingsHolder):
        changed = {**{name: value for name, value in vars(holder).items() if name.isupper()}, **changed}
        holder = holder.default_settings
    return repr(sorted(changed.items()))


def _copied_out(table: str) -> bytes:
    with connection.connection.cursor() as cursor, cursor.copy(_copy(table, "TO STDOUT")) as rows:
        return b"".join(rows)


def _put_back(kept: Snapshot) -> None:
    """Rows that came from an earlier snapshot are replaced; no trigger has a say, as they all had one before."""
    with connection.connection.cursor() as cursor:
        cursor.execute("SET LOCAL session_replication_role = replica")
        cursor.execute(";".join(f'DELETE FROM "{table}"' for table in kept.rows) or "SELECT 1")
        for table, rows in kept.rows.items():
            with cursor.copy(_copy(table, "FROM STDIN")) as into:
                into.write(rows)
        cursor.execute("SET LOCAL session_replication_role = origin")
    _world.written |= kept.rows.keys()


def _copy(table: str, where: str) -> str:
    """Columns that the database computes cannot be copied in; a partitioned table can only be copied by a query."""
    if table not in _columns:
        with connection.connection.cursor() as cursor:
            cursor.execute(_OWN_COLUMNS, [f'"{table}"'])
            _columns[table] = ", ".join(f'"{name}"' for (name,) in cursor.fetchall())
    columns = _columns[table]
    rows = f'"{table}" ({columns})' if where.startswith("FROM") else f'(SELECT {columns} FROM "{table}")'
    return f"COPY {rows} {where}"


_OWN_COLUMNS = """SELECT attname FROM pg_attribute
    WHERE attrelid = %s::regclass AND attnum > 0 AND NOT attisdropped AND attgenerated = '' ORDER BY attnum"""

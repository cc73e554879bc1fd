"""What a factory built once in this process is put back row by row instead of being built again.

    @kept                                                  # its rows come back when it is asked for the same again
    def decide(handling): ...

A test's world begins empty. As long as only factories have written to it, it is told by what they were asked for, at
which moment and under which settings; the first time a world is asked for it is built by the real deeds and the rows of
each table that they wrote are kept, the next time these rows are copied in. As soon as the test itself has written
anything, has patched the code or has started a thread, nothing can be known any more and everything is built.
"""

import re
from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, is_dataclass
from datetime import date, time
from decimal import Decimal
from enum import Enum
from functools import cache, wraps
from hashlib import sha256
from itertools import count
from threading import Thread
from time import monotonic
from typing import Any, ParamSpec, TypeVar
from unittest import mock
from uuid import UUID

import pytest
from django.conf import UserSettingsHolder, settings
from django.core.files import File
from django.db import connection, transaction
from django.db.models import Model
from django.utils.translation import get_language

from hall import clock
from hall.organisations import remembered
from tests.rows import copied_in, copied_out, may_copy

_WRITES = re.compile(r'\s*(?:INSERT INTO|UPDATE|DELETE FROM)\s+"?(\w+)"?')
_HARMLESS = re.compile(r"\s*(SELECT|SAVEPOINT|RELEASE SAVEPOINT|SET |SHOW|EXPLAIN)")
# So many seconds of remembering mean: until the test writes to it.
UNTIL_WRITTEN = 3601
# Halls, departments, offerings and versions.
_REMEMBERED = re.compile(r"organisations_|catalogue_")
# Who has signed in changes no case: a browser may be opened before a case is built.
_SIGNING_IN = re.compile(
    r'\s*((INSERT INTO|DELETE FROM) "(django_session|axes_accesslog)"|UPDATE "accounts_user" SET "last_login" = )'
)

P = ParamSpec("P")
R = TypeVar("R")
Key = tuple[Hashable, ...]


@dataclass(slots=True)
class Snapshot:
    """The rows of every table that has been written since the world was empty, and what the builder gave back."""

    rows: dict[str, bytes]
    given: Any
    history: Key
    built_at: float


@dataclass(slots=True)
class World:
    """What the running test's database is known to hold: ``exact`` while nothing but the history has been built."""

    history: Key = ()
    known: bool = False
    exact: bool = True
    building: int = 0
    halls_written: bool = False
    written: set[str] = field(default_factory=set)
    # What was copied into a table, or out of it, and still is all that it holds.
    rows: dict[str, bytes] = field(default_factory=dict)
    # The history at each savepoint.
    savepoints: dict[str, Key] = field(default_factory=dict)

    def notice(self, execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        """Of each statement: does it change what the factories built, and which table?"""
        if sql.startswith("SAVEPOINT"):
            self.savepoints[sql.split()[-1]] = self.history
        elif not _HARMLESS.match(sql) and not _SIGNING_IN.match(sql) and not self._undoes_nothing(sql):
            self._changed(sql)
            self._forget(sql)
        return execute(sql, params, many, context)

    def _undoes_nothing(self, sql: str) -> bool:
        """A deed was refused before it wrote anything, and no world was put back meanwhile."""
        return self.exact and sql.startswith("ROLLBACK TO") and self.savepoints.get(sql.split()[-1]) == self.history

    def _forget(self, sql: str) -> None:
        """A hall is written, or one that this test has written is taken back."""
        writes = bool(_REMEMBERED.search(sql))
        self.halls_written |= writes
        taken_back = self.halls_written and sql.startswith("ROLLBACK")
        if (writes or taken_back) and settings.HALL_REMEMBER_SECONDS == UNTIL_WRITTEN:
            remembered._kept.clear()

    def _changed(self, sql: str) -> None:
        self.exact = False
        writing = _WRITES.match(sql)
        if writing:
            self.written.add(writing[1])
            self.rows.pop(writing[1], None)
        elif sql.startswith("ROLLBACK TO"):
            self.rows.clear()
        if not self.building or not (writing or sql.startswith("ROLLBACK TO")):
            self.known = False


_PATCHING = ("setattr", "delattr", "setitem", "delitem", "setenv", "delenv")
_PLAIN = (str, int, bool, float, Decimal, date, time, Enum, UUID, type(None))
_HANDLING = "applications.Handling"

# Where a test's time goes on by itself something may fall due: what is older than this many seconds is built again.
_FRESH = 900

_kept: dict[Key, Snapshot] = {}
_builds = count()
_changes: Key = ()
_world = World()


@contextmanager
def beginning(*, commits: bool) -> Iterator[None]:
    """A test begins, over a database that holds nothing of an earlier one.

    What a test with transactions of its own builds is kept apart, because there a commit rings its bells.
    """
    global _world
    _world = World(known=True, history=("commits",) if commits else ())
    with connection.execute_wrapper(_world.notice), _spoiling(*_STRANGE):
        yield
    _world.known = False


_STRANGE = [(Thread, "start"), (mock._patch, "__enter__"), *((pytest.MonkeyPatch, name) for name in _PATCHING)]


@contextmanager
def _spoiling(*doings: tuple[type, str]) -> Iterator[None]:
    """Whoever does one of these has something else than the factories between the test and the database."""
    usual = [getattr(owner, name) for owner, name in doings]
    for (owner, name), doing in zip(doings, usual, strict=True):
        setattr(owner, name, _spoiled(doing))
    try:
        yield
    finally:
        for (owner, name), doing in zip(doings, usual, strict=True):
            setattr(owner, name, doing)


def _spoiled(doing: Callable[..., Any]) -> Callable[..., Any]:
    @wraps(doing)
    def done(*told: Any, **named: Any) -> Any:
        spoil()
        return doing(*told, **named)

    return done


def spoil() -> None:
    _world.known = False


@contextmanager
def otherwise(changes: dict[str, Any]) -> Iterator[None]:
    """What is built in here is built under something that was changed, and kept apart under these words."""
    global _changes
    before, _changes = _changes, (*_changes, _plain(changes))
    try:
        yield
    finally:
        _changes = before


def kept(factory: Callable[P, R]) -> Callable[P, R]:
    """A factory of models (or of nothing): asked for the same in the same world, it gives the rows of the first time.

    Models among its arguments count by their keys. With an argument that cannot be told apart it is simply called.
    """

    @wraps(factory)
    def asked(*told: P.args, **named: P.kwargs) -> R:
        try:
            key = factory.__module__, factory.__qualname__, _plain(told), _plain(named)
        except TypeError:
            return factory(*told, **named)
        found: R = _living(once(key, lambda: _keys(factory(*told, **named))))
        return found

    return asked


def _plain(value: Any) -> Hashable:
    """Raises TypeError where two different values could not be told apart."""
    if isinstance(value, Model):
        return value._meta.label, value.pk
    if isinstance(value, dict):
        return tuple(sorted((str(name), _plain(one)) for name, one in value.items()))
    if isinstance(value, list | tuple):
        return tuple(_plain(one) for one in value)
    if isinstance(value, File):
        content = value.read()
        value.seek(0)
        return value.name, sha256(content).hexdigest()
    if isinstance(value, _PLAIN) or is_dataclass(value):
        words = repr(value)
        if " at 0x" not in words:
            return words
    raise TypeError(type(value))


def _keys(given: Any) -> Any:
    if isinstance(given, Model):
        return type(given), given.pk
    assert given is None, "a kept factory gives a model or nothing"
    return None


def _living(keys: Any) -> Any:
    if keys is None:
        return None
    model, pk = keys
    # A handling is read together with its case, which every test asks it for.
    found = model._base_manager.select_related("application") if model._meta.label == _HANDLING else model._base_manager
    return found.get(pk=pk)


def once(asked: Key, build: Callable[[], Any]) -> Any:
    """What ``build`` gives, a key or a plain value, and its rows in the database."""
    if not (_world.known and _world.exact and may_copy()):
        return build()
    key = (*_world.history, (asked, _circumstances()))
    if key in _kept and (clock._frozen.get() or monotonic() < _kept[key].built_at + _FRESH):
        _put_back(_kept[key])
        _world.history = _kept[key].history
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
        # Built again it has other keys: what was built upon the first one does not fit upon the second.
        _world.history, _world.exact = (*key, next(_builds)), True
        _world.rows |= {table: copied_out(table) for table in sorted(_world.written - _world.rows.keys())}
        _kept[key] = Snapshot(dict(_world.rows), given, _world.history, monotonic())
    return given


def _circumstances() -> Key:
    """When, in which language, under which settings that a test changed."""
    return clock._frozen.get() or clock.today(), get_language(), _changed_settings(), _changes


def _changed_settings() -> str:
    changed: dict[str, Any] = {}
    holder: Any = vars(settings)["_wrapped"]
    while isinstance(holder, UserSettingsHolder):
        changed = {**{name: value for name, value in vars(holder).items() if name.isupper()}, **changed}
        holder = holder.default_settings
    return repr(sorted(changed.items()))


@transaction.atomic
def _put_back(kept: Snapshot) -> None:
    """Other rows of an earlier snapshot are replaced; no trigger has a say, as they all had one before."""
    changed = {table: rows for table, rows in kept.rows.items() if _world.rows.get(table) != rows}
    filled = [table for table in changed if table in _world.written or not _begins_empty(table)]
    if any(_REMEMBERED.match(table) for table in changed):
        remembered._kept.clear()
        _world.halls_written = True
    with connection.connection.cursor() as cursor:
        emptied = (f'DELETE FROM "{table}"' for table in filled)
        cursor.execute(";".join(["SET LOCAL session_replication_role = replica", *emptied]))
        for table, rows in changed.items():
            copied_in(table, rows)
        cursor.execute("SET LOCAL session_replication_role = origin")
    _world.written |= changed.keys()
    _world.rows |= changed


@cache
def _begins_empty(table: str) -> bool:
    """Whether the migrations left nothing there; asked before anything is put into it."""
    with connection.connection.cursor() as cursor:
        return not cursor.execute(f'SELECT EXISTS (SELECT FROM "{table}")').fetchone()[0]

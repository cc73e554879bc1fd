"""After a test with transactions of its own the database is again what the migrations left.

Django empties every table and seeds again, which costs half a second of CPU each time; here only the tables that hold
something else are emptied, and what the migrations had put into them is copied back. Whatever still writes is waited
for.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pytest
from django.db import OperationalError, connection, transaction
from django.test import TransactionTestCase
from psycopg.errors import DeadlockDetected, LockNotAvailable

from tests.rows import copied_in, copied_out, may_copy

# How often, at a fifth of a second each.
_PATIENCE = 100
_STATE = 'SELECT count(*), sum(xmin::text::bigint) FROM "{}"'


@dataclass(slots=True)
class Original:
    """What each table held before the first test: its rows where there were any, and by what they are known."""

    rows: dict[str, bytes] = field(default_factory=dict)
    states: dict[str, Any] = field(default_factory=dict)

    def read(self) -> None:
        for table in connection.introspection.django_table_names(only_existing=True, include_views=False):
            self.states[table] = state = _state(table)
            if state[0]:
                self.rows[table] = copied_out(table)

    def restore(self) -> None:
        """A request that still runs is waited for without holding what it may want next."""
        for _ in range(_PATIENCE):
            try:
                return self._restore()
            except OperationalError as refusal:
                if not isinstance(refusal.__cause__, LockNotAvailable | DeadlockDetected):
                    raise
        return self._restore()

    @transaction.atomic
    def _restore(self) -> None:
        names = ", ".join(f'"{table}"' for table in self.states)
        with connection.connection.cursor() as cursor:
            cursor.execute("SET LOCAL lock_timeout = '200ms'")
            cursor.execute("SET LOCAL session_replication_role = replica")
        with connection.cursor() as cursor:
            cursor.execute(f"LOCK TABLE {names} IN EXCLUSIVE MODE")
            for table in self._changed():
                cursor.execute(f'DELETE FROM "{table}"')
                if table in self.rows:
                    copied_in(table, self.rows[table])
                    self.states[table] = _state(table)

    def _changed(self) -> list[str]:
        """One question for all: the tables that stood empty are the most."""
        empty = [table for table in self.states if table not in self.rows]
        asked = " UNION ALL ".join(f"SELECT '{table}' WHERE EXISTS (SELECT FROM \"{table}\")" for table in empty)
        with connection.connection.cursor() as cursor:
            filled = [name for (name,) in cursor.execute(asked).fetchall()]
        return [*filled, *(table for table in self.rows if _state(table) != self.states[table])]


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    """Where triggers may not sleep (a database of somebody else's), Django's own way stays."""
    case: Any = TransactionTestCase
    usual = case._fixture_teardown
    with django_db_blocker.unblock():
        connection.ensure_connection()
        if may_copy():
            original = Original()
            original.read()
            case._fixture_teardown = lambda _case: _restore(original)
        connection.close()
    yield
    case._fixture_teardown = usual


def _restore(original: Original) -> None:
    connection.ensure_connection()
    original.restore()


def _state(table: str) -> Any:
    with connection.connection.cursor() as cursor:
        return cursor.execute(_STATE.format(table)).fetchone()

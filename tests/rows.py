"""The rows of a table as PostgreSQL copies them, out and in again, triggers asleep."""

from functools import cache

from django.db import connection

_columns: dict[str, str] = {}


@cache
def may_copy() -> bool:
    """Triggers sleep for a superuser only: with a database of somebody else's everything is built each time."""
    with connection.connection.cursor() as cursor:
        return bool(cursor.execute("SHOW is_superuser").fetchone()[0] == "on")


def copied_out(table: str) -> bytes:
    with connection.connection.cursor() as cursor, cursor.copy(_copy(table, "TO STDOUT")) as rows:
        return b"".join(rows)


def copied_in(table: str, rows: bytes) -> None:
    with connection.connection.cursor() as cursor, cursor.copy(_copy(table, "FROM STDIN")) as into:
        into.write(rows)


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

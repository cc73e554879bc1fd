"""Bring the register of a database of its own to a volume, chunk by chunk with COPY; goes on where it was interrupted.

A fresh volume gets its search indexes after the load, which is several times quicker than row by row.
"""

import time
from dataclasses import dataclass
from itertools import islice

from django.db import connection, transaction

from tests.performance.measuring import backend_seconds
from tests.performance.register.rows import CHUNK, COLUMNS, Maker, copied
from tracking.register.models import Record

_TABLE = Record._meta.db_table
# Searches in content at this many records at most: beyond, its index outgrows what it is good for (stack.md).
CONTENT_UP_TO = 1_000_000
# A volume that grows by less keeps its indexes while it grows.
_REBUILD_FROM = 200_000


@dataclass(frozen=True, slots=True)
class Filled:
    """Seconds by the clock of making and copying rows, and of building each index, with the CPU seconds of that.

    Nothing where nothing was owed.
    """

    rows: int
    loading: float
    indexing: dict[str, tuple[float, float]]


def fill(rows: int) -> Filled:
    """The database holds ``rows`` records afterwards, whole chunks while it grows."""
    held = Record.objects.count()
    chunks = owed(held, rows)
    rebuild = len(chunks) * CHUNK >= _REBUILD_FROM
    if rebuild:
        _drop_indexes()
    started = time.monotonic()
    maker = Maker(with_content=rows <= CONTENT_UP_TO)
    for number in chunks:
        _copy_chunk(maker, number, size_of(number, rows))
        if number % 10 == 9:
            print(f"  {(number + 1) * CHUNK:>10,} rows, {time.monotonic() - started:6.0f} s", flush=True)
    loaded = time.monotonic()
    built = _build_indexes()
    if chunks or built:
        with connection.cursor() as cursor:
            cursor.execute(f'VACUUM ANALYZE "{_TABLE}"')
    return Filled(rows, loaded - started if chunks else 0.0, built)


def owed(held: int, rows: int) -> range:
    """The chunks that are missing, where so many rows are held."""
    return range(-(-held // CHUNK), -(-rows // CHUNK))


def size_of(chunk: int, rows: int) -> int:
    return min(CHUNK, rows - chunk * CHUNK)


def _copy_chunk(maker: Maker, number: int, count: int) -> None:
    """All of a chunk or nothing, so that an interrupted load knows where it was."""
    into = f'COPY "{_TABLE}" ({", ".join(COLUMNS)}) FROM STDIN'
    with transaction.atomic(), connection.cursor() as cursor, cursor.copy(into) as copy:
        for row in islice(maker.chunk(number), count):
            copy.write(copied(row))


def _drop_indexes() -> None:
    """Drop what can be built later; what they were is remembered in the database until they stand again."""
    with connection.cursor() as cursor:
        cursor.execute("CREATE TABLE IF NOT EXISTS bench_owed_indexes (name text PRIMARY KEY, definition text)")
        cursor.execute(
            "INSERT INTO bench_owed_indexes SELECT indexname, indexdef FROM pg_indexes WHERE tablename = %s "
            "AND indexname LIKE 'record\\_%%' ON CONFLICT DO NOTHING RETURNING name",
            [_TABLE],
        )
        names = [name for (name,) in cursor.fetchall()]
        for name in names:
            cursor.execute(f'DROP INDEX IF EXISTS "{name}"')


def _build_indexes() -> dict[str, tuple[float, float]]:
    built: dict[str, tuple[float, float]] = {}
    with connection.cursor() as cursor:
        cursor.execute("SELECT to_regclass('bench_owed_indexes')")
        if cursor.fetchone()[0] is None:
            return built
        cursor.execute("SET maintenance_work_mem = '1GB'")
        cursor.execute("SELECT name, definition FROM bench_owed_indexes ORDER BY name")
        for name, definition in cursor.fetchall():
            started, used = time.monotonic(), backend_seconds()
            cursor.execute(definition.replace("CREATE INDEX", "CREATE INDEX IF NOT EXISTS", 1))
            if "gin" in definition:
                cursor.execute(f'ALTER INDEX "{name}" ALTER COLUMN 1 SET STATISTICS 1000')
            cursor.execute("DELETE FROM bench_owed_indexes WHERE name = %s", [name])
            built[name] = time.monotonic() - started, backend_seconds() - used
            print(f"  {name}: {built[name][0]:.0f} s", flush=True)
    return built

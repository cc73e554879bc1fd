"""Bring the register of a database of its own to a volume, chunk by chunk with COPY; goes on where it was interrupted.

A fresh volume gets its search indexes after the load, which is several times quicker than row by row.
"""

import time
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


def fill(rows: int) -> None:
    """The database holds ``rows`` records afterwards, whole chunks while it grows; what it cost is in ``costs``."""
    held = Record.objects.count()
    chunks = owed(held, rows)
    with connection.cursor() as cursor:
        cursor.execute("CREATE TABLE IF NOT EXISTS bench_costs (what text PRIMARY KEY, seconds float, cpu float)")
    if len(chunks) * CHUNK >= _REBUILD_FROM:
        _drop_indexes()
    maker = Maker(with_content=rows <= CONTENT_UP_TO)
    for number in chunks:
        started, used = time.monotonic(), time.process_time() + backend_seconds()
        _copy_chunk(maker, number, size_of(number, rows))
        _add_cost("load", time.monotonic() - started, time.process_time() + backend_seconds() - used)
        if number % 10 == 9:
            print(f"  {(number + 1) * CHUNK:>10,} rows, {costs()['load'][0]:6.0f} s", flush=True)
    if _build_indexes(with_content=maker.with_content) or chunks:
        with connection.cursor() as cursor:
            cursor.execute(f'VACUUM ANALYZE "{_TABLE}"')


def costs() -> dict[str, tuple[float, float]]:
    """Seconds by the clock and of CPU, over all runs: of the load, and of each index that was built after it."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT what, seconds, cpu FROM bench_costs ORDER BY what")
        return {what: (seconds, cpu) for what, seconds, cpu in cursor.fetchall()}


def _add_cost(what: str, seconds: float, cpu: float) -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO bench_costs VALUES (%s, %s, %s) ON CONFLICT (what) DO UPDATE "
            "SET seconds = bench_costs.seconds + excluded.seconds, cpu = bench_costs.cpu + excluded.cpu",
            [what, seconds, cpu],
        )


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


def _build_indexes(*, with_content: bool) -> bool:
    """Whether there was one to build. Where content is not searched, its index is left out."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT to_regclass('bench_owed_indexes')")
        if cursor.fetchone()[0] is None:
            return False
        cursor.execute("SET maintenance_work_mem = '2GB'")
        if not with_content:
            cursor.execute("DELETE FROM bench_owed_indexes WHERE name LIKE '%%content%%'")
        cursor.execute("SELECT name, definition FROM bench_owed_indexes ORDER BY name")
        owed_ones = cursor.fetchall()
        for name, definition in owed_ones:
            started, used = time.monotonic(), backend_seconds()
            cursor.execute(definition.replace("CREATE INDEX", "CREATE INDEX IF NOT EXISTS", 1))
            if "gin" in definition:
                cursor.execute(f'ALTER INDEX "{name}" ALTER COLUMN 1 SET STATISTICS 1000')
            cursor.execute("DELETE FROM bench_owed_indexes WHERE name = %s", [name])
            _add_cost(name, time.monotonic() - started, backend_seconds() - used)
            print(f"  {name}: {costs()[name][0]:.0f} s", flush=True)
        return bool(owed_ones)

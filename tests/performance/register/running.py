"""One volume: made, filled, and each class of question measured; also what an insert costs and how large it all is."""

import time
from dataclasses import asdict, dataclass, field

from django.core.management import call_command
from django.db import connection, transaction

from hall.uids import uid7
from tests.performance.measuring import backend_seconds
from tests.performance.register import volume
from tests.performance.register.measuring import measure
from tests.performance.register.questions import questions
from tests.register.making import publication
from tracking.register.actions import enter
from tracking.register.models import Record

_INSERTS = 200
_SEARCHED = ("record_pieces", "record_long_pieces")
_PRINTED = ("p50", "p95", "clock_p95", "cpu", "bare_p50", "bare_p95")


@dataclass(slots=True)
class Result:
    """Sizes in megabytes; an insert in milliseconds; ``costs`` as ``volume.costs`` tells them."""

    rows: int
    costs: dict[str, tuple[float, float]] = field(default_factory=dict)
    table: float = 0.0
    index: float = 0.0
    long_index: float = 0.0
    content_index: float = 0.0
    shared_buffers: str = ""
    insert: float = 0.0
    insert_cpu: float = 0.0
    classes: dict[str, dict[str, float]] = field(default_factory=dict)


def run(rows: int) -> Result:
    open_database(f"register_{rows}")
    volume.fill(rows)
    result = Result(rows, volume.costs())
    table = Record._meta.db_table
    result.table, result.index, result.long_index, result.content_index = map(
        _megabytes, (table, "record_pieces", "record_long_pieces", "record_content_pieces")
    )
    result.shared_buffers = str(_ask("SHOW shared_buffers"))
    result.insert, result.insert_cpu = _inserts()
    _bring_into_memory()
    for name, asked in questions(with_content=bool(result.content_index)).items():
        result.classes[name] = asdict(measure(asked))
        told = result.classes[name]
        print(f"{rows:>11,}  {name:<44}" + "".join(f" {key} {told[key]:6.1f}" for key in _PRINTED), flush=True)
    return result


def open_database(name: str) -> None:
    """Use the database of the volume; made and migrated when it is not there."""
    known = _ask("SELECT 1 FROM pg_database WHERE datname = %s", name)
    if not known:
        with connection.cursor() as cursor:
            cursor.execute(f'CREATE DATABASE "{name}"')
    connection.close()
    connection.close_pool()  # type: ignore[attr-defined]
    connection.settings_dict["NAME"] = name
    call_command("migrate", verbosity=0)


def _ask(sql: str, *values: str) -> object:
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        row = cursor.fetchone()
    return row[0] if row else None


def _megabytes(relation: str) -> float:
    """0 where there is none."""
    return float(str(_ask("SELECT COALESCE(pg_relation_size(to_regclass(%s)), 0)", relation))) / 1_000_000


def _bring_into_memory() -> None:
    """What is measured is a server whose data is in memory."""
    if _ask("SELECT 1 FROM pg_available_extensions WHERE name = 'pg_prewarm'"):
        with connection.cursor() as cursor:
            cursor.execute("CREATE EXTENSION IF NOT EXISTS pg_prewarm")
            for relation in (Record._meta.db_table, "record_newest", "record_of_hall", *_SEARCHED):
                cursor.execute("SELECT pg_prewarm(%s)", [relation])


def _inserts() -> tuple[float, float]:
    """What one record more costs, entered as a review enters it; undone at the end."""
    told = [publication(source_uid=uid7(), document_number=f"量测许准字〔2026〕第{n}号") for n in range(_INSERTS)]
    with transaction.atomic():
        used, started = backend_seconds(), time.perf_counter()
        for one in told:
            enter(one)
        clocked = (time.perf_counter() - started) * 1000 / _INSERTS
        cpu = (backend_seconds() - used) * 1000 / _INSERTS
        transaction.set_rollback(True)
    return clocked, cpu

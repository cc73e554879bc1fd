"""The statements of a search. Each is fenced, so that the planner takes the way that was decided and no other."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from sys import intern
from typing import Any

from django.db import OperationalError, connection, transaction
from psycopg.errors import QueryCanceled

from hall.textsearch.asking import CAP, Asked, Collection, Hit, SearchTooLong
from hall.textsearch.postgres.conditions import Condition, beyond, days, indexed, order, quoted, rank, read
from hall.textsearch.postgres.planning import Plan
from hall.textsearch.postgres.timing import left

# Counting facets is for choosing one: what is rare is not shown.
_MOST_VALUES = 40
# The list is walked over so many rows before the index is asked after all.
_WALKED = 20_000
_NO_HIT = "NULL::bigint, NULL::date, NULL::uuid"
_ROUTES = {
    # Rows by the bitmap of the search index, which must hold each row and not only each page.
    "index": {"enable_seqscan": "off", "enable_indexscan": "off", "work_mem": "128MB"},
    # Rows in their order, by the index of the list.
    "list": {"enable_seqscan": "off", "enable_bitmapscan": "off", "enable_sort": "off"},
    "places": {"enable_seqscan": "off"},
}


@contextmanager
def by(route: str, share: float = 1.0) -> Iterator[Any]:
    """A cursor whose first statement takes one route, for no longer than is left to the search, or that share of it.

    It only reads: undone at the end, so that the settings end too. Raises SearchTooLong.
    """
    limit = {"statement_timeout": str(left(share))}
    chosen = {**_ROUTES[route], **limit, "jit": "off", "max_parallel_workers_per_gather": "0"}
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            configs = ", ".join(["set_config(%s, %s, true)"] * len(chosen))
            cursor.execute(f"SELECT {configs}", [word for pair in chosen.items() for word in pair])
            yield cursor
            transaction.set_rollback(True)
    except OperationalError as problem:
        if isinstance(problem.__cause__, QueryCanceled):
            raise SearchTooLong from problem
        raise


@dataclass(slots=True)
class Gathered:
    """Everything found, up to one more than the cap: counted, by facet, and the page of it."""

    count: int = 0
    facets: dict[str, list[tuple[str, int]]] = field(default_factory=dict)
    hits: list[Hit] = field(default_factory=list)


def gather(collection: Collection, asked: Asked, plan: Plan) -> Gathered:
    """One statement, so that count, facets and page are of the same rows.

    Where it finds more than the cap, it ends there: neither facets nor page are told.
    """
    ranked = asked.best_first and bool(asked.words)
    condition = indexed(collection, asked, plan) + read(collection, asked, plan)
    place = rank(asked) if ranked else Condition().add("0")
    columns = ", ".join(["id", quoted(collection.day), quoted(collection.uid), *map(quoted, collection.filters)])
    position = beyond(collection, asked.position, ranked=ranked) if asked.position else Condition()
    ordered = order(collection, asked.position, ranked=ranked)
    parts = [
        f"SELECT 'count' AS what, '' AS value, counted AS number, {_NO_HIT} FROM total",
        f"(SELECT 'hit', '', rank, {_hit(collection)} FROM hits WHERE {_up_to_cap()} AND {position} "
        f"ORDER BY {ordered} LIMIT {asked.size + 1})",
        *(map(_facet, collection.filters) if asked.with_facets else []),
    ]
    sql = (
        f"WITH hits AS MATERIALIZED (SELECT {columns}, {place} AS rank FROM {quoted(collection.name)} "
        f"WHERE {condition} LIMIT {CAP + 1}), total AS MATERIALIZED (SELECT count(*) AS counted FROM hits) "
        f"{' UNION ALL '.join(parts)}"
    )
    with by("index" if plan.told_by else "list") as cursor:
        cursor.execute(sql, [*place.values, *condition.values, *position.values])
        return _read(cursor.fetchall())


def _up_to_cap() -> str:
    return f"(SELECT counted FROM total) <= {CAP}"


def _facet(column: str) -> str:
    name = quoted(column)
    counted = f"SELECT '{column}', {name}, count(*) AS number, {_NO_HIT} FROM hits WHERE {_up_to_cap()} GROUP BY 2"
    return f"({counted} ORDER BY number DESC, 2 LIMIT {_MOST_VALUES})"


def _read(rows: list[tuple[Any, ...]]) -> Gathered:
    gathered = Gathered()
    for what, value, number, key, day, uid in rows:
        if what == "count":
            gathered.count = number
        elif what == "hit":
            gathered.hits.append(Hit(key, day, uid, number))
        else:
            gathered.facets.setdefault(what, []).append((value, number))
    return gathered


def page(collection: Collection, asked: Asked, plan: Plan) -> list[Hit]:
    """The page alone through the index, however many rows it finds."""
    condition = indexed(collection, asked, plan) + read(collection, asked, plan)
    condition += _position(collection, asked)
    sql = f"SELECT {_hit(collection)} FROM {quoted(collection.name)} WHERE {condition} {_ordered(collection, asked)}"
    with by("index") as cursor:
        cursor.execute(f"{sql} LIMIT {asked.size + 1}", condition.values)
        return [Hit(*row) for row in cursor.fetchall()]


def walk(collection: Collection, asked: Asked) -> list[Hit] | None:
    """The page by walking the list in its order; None when it was walked far and the page is not full."""
    entered = _entered(collection, asked)
    found = read(collection, asked)
    columns = {"id", collection.day, collection.uid, *collection.filters, *asked.containing}
    columns |= {asked.text} if asked.words else set()
    walked = (
        f"SELECT {', '.join(map(quoted, sorted(columns)))} FROM {quoted(collection.name)} WHERE {entered} "
        f"{_ordered(collection, asked)} LIMIT {_WALKED}"
    )
    with by("list") as cursor:
        cursor.execute(
            f"SELECT {_hit(collection)} FROM ({walked}) walked WHERE {found} LIMIT {asked.size + 1}",
            [*entered.values, *found.values],
        )
        hits = [Hit(*row) for row in cursor.fetchall()]
        if len(hits) > asked.size or _ends(cursor, collection, entered):
            return hits
    return None


def _ends(cursor: Any, collection: Collection, entered: Condition) -> bool:
    """Whether the list itself is at its end before the walk is."""
    cursor.execute("SELECT set_config('statement_timeout', %s, true)", [str(left())])
    inner = f"SELECT 1 FROM {quoted(collection.name)} WHERE {entered} LIMIT {_WALKED}"
    cursor.execute(f"SELECT count(*) FROM ({inner}) rest", entered.values)
    return int(cursor.fetchone()[0]) < _WALKED


def rows_at(collection: Collection, text: str, places: str) -> list[tuple[str, tuple[date, tuple[str, ...]]]]:
    """Of the rows at these places of the table, where there are any: the text; the day and what can be filtered by."""
    columns = ", ".join(map(quoted, (text, collection.day, *collection.filters)))
    # Where it is slow, time is left to answer without it.
    with by("places", share=0.5) as cursor:
        cursor.execute(f"SELECT {columns} FROM {quoted(collection.name)} WHERE ctid = ANY(%s::tid[])", [places])
        return [(held, (day, tuple(map(intern, values)))) for held, day, *values in cursor.fetchall()]


def _entered(collection: Collection, asked: Asked) -> Condition:
    """Where the walk begins, by an index of the list: that of all, or of one hall."""
    condition = Condition()
    if collection.listed_by in asked.filters:
        condition.add(f"{quoted(collection.listed_by)} = %s", asked.filters[collection.listed_by])
    return condition + days(collection, asked) + _position(collection, asked)


def _position(collection: Collection, asked: Asked) -> Condition:
    return beyond(collection, asked.position, ranked=False) if asked.position else Condition()


def _ordered(collection: Collection, asked: Asked) -> str:
    return f"ORDER BY {order(collection, asked.position, ranked=False)}"


def _hit(collection: Collection) -> str:
    return f"id, {quoted(collection.day)}, {quoted(collection.uid)}"

"""The trail grows by a partition a month; a default partition catches what no month was made for."""

from datetime import date

from django.db import connection

from hall.clock import today


def prepare(months: int = 3) -> None:
    """Make the partitions of this month and the coming ones."""
    for first in _firsts(today(), months):
        _make(first, _next(first))


def _firsts(day: date, months: int) -> list[date]:
    firsts = [day.replace(day=1)]
    while len(firsts) < months:
        firsts.append(_next(firsts[-1]))
    return firsts


def _next(first: date) -> date:
    return date(first.year + first.month // 12, first.month % 12 + 1, 1)


def _make(first: date, last: date) -> None:
    name, bounds = f"audit_entry_{first:%Y_%m}", [f"{first} 00:00+08", f"{last} 00:00+08"]
    with connection.cursor() as cursor:
        cursor.execute("SELECT to_regclass(%s) IS NULL", [name])
        missing = cursor.fetchone()[0]
        # A month whose first rows found no partition stays where they are: PostgreSQL refuses to split it off.
        cursor.execute("SELECT EXISTS (SELECT FROM audit_entry_other WHERE at >= %s AND at < %s)", bounds)
        if missing and not cursor.fetchone()[0]:
            cursor.execute(
                f"CREATE TABLE IF NOT EXISTS {name} PARTITION OF audit_entry "
                f"FOR VALUES FROM ('{bounds[0]}') TO ('{bounds[1]}')"
            )

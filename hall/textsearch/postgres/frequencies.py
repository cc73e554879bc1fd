"""How common a piece is, known before anything is searched: PostgreSQL gathers it with ANALYZE for each index."""

import time
from dataclasses import dataclass, field

from django.db import connection

_FRESH_SECONDS = 60.0
_RARER = 3

_SQL = """
SELECT GREATEST(c.reltuples, 0), c.relpages, pg_stat_get_tuples_deleted(c.oid),
    s.most_common_elems::text::text[], s.most_common_elem_freqs
FROM pg_class c LEFT JOIN pg_stats s ON s.schemaname = c.relnamespace::regnamespace::text AND s.tablename = %s
WHERE c.oid = %s::regclass
"""


@dataclass(frozen=True, slots=True)
class Frequencies:
    """Shares of the rows that hold a piece. ``rows`` is 0 where nothing is known yet."""

    rows: float = 0
    pages: int = 0
    shares: dict[str, float] = field(default_factory=dict)
    # What is in no list of common pieces is rarer than the rarest in it.
    least: float = 1.0
    # Rows that were ever deleted from the table: what was remembered of them has to go.
    deleted: int = 0

    @property
    def known(self) -> bool:
        return bool(self.rows and self.shares)

    def share(self, piece: str) -> float:
        """At most: of a rare piece only a bound is known."""
        return self.shares.get(piece, self.least)

    def likely(self, piece: str) -> float:
        """As much as may be expected: what is in no list is mostly far rarer than the rarest in it."""
        return self.shares.get(piece, self.least / _RARER)


_known: dict[tuple[str, str], tuple[float, Frequencies]] = {}


def frequencies(table: str, index: str) -> Frequencies:
    """Read at most once a minute in each process: they change slowly, and ten thousand of them take a while."""
    name = (str(connection.settings_dict["NAME"]), index)
    at, known = _known.get(name, (0.0, None))
    if known is None or time.monotonic() - at > _FRESH_SECONDS:
        known = _read(table, index)
        _known[name] = time.monotonic(), known
    return known


def forget() -> None:
    """After ANALYZE, for whoever cannot wait a minute."""
    _known.clear()


def _read(table: str, index: str) -> Frequencies:
    with connection.cursor() as cursor:
        cursor.execute(_SQL, [index, table])
        rows, pages, deleted, pieces, shares = cursor.fetchone()
    if not pieces:
        return Frequencies(rows, pages, deleted=deleted)
    # The three numbers after the shares are their least, their greatest and the share of NULL.
    return Frequencies(rows, pages, dict(zip(pieces, shares, strict=False)), shares[len(pieces)], deleted)

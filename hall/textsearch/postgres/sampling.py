"""Evidence that a question finds far more rows than are counted, without finding them: a sample of the table."""

from functools import lru_cache
from math import sqrt
from random import Random

from hall.textsearch.asking import CAP, Asked, Collection
from hall.textsearch.postgres import statements
from hall.textsearch.postgres.frequencies import Frequencies

_SIZE = 3000
# How many rows a page of the table holds differs; the sample must reach the last of a full one.
_FULL = 1.5


def surely_capped(collection: Collection, asked: Asked, known: Frequencies) -> bool:
    """Whether more rows than the cap are meant, wrong less than once in a million questions.

    Places are drawn evenly over the table, always the same for the same size of it, so that they stay in memory. Were
    exactly the cap meant, so many of the sample would be as ``expected``, give or take its square root.
    """
    rows, meant = statements.sample(collection, asked, _places(known.rows, known.pages))
    expected = CAP * rows / max(known.rows, CAP)
    return meant > expected + 5 * sqrt(expected) + 6


@lru_cache(maxsize=8)
def _places(rows: float, pages: int) -> str:
    """As PostgreSQL writes an array, made once: three thousand parameters would cost more than the sample."""
    chance = Random(pages)  # noqa: S311 - statistics, not secrecy
    on_page = max(round(rows / max(pages, 1) * _FULL), 2)
    drawn = (f'"({chance.randrange(pages)},{chance.randrange(1, on_page + 1)})"' for _ in range(_SIZE))
    return f"{{{','.join(drawn)}}}"

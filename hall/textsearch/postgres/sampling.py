"""Evidence that a question finds far more rows than are counted, without finding them: a sample of the table.

Each process keeps it in memory for a while, so that it costs a question a millisecond and the database nothing.
"""

import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from math import sqrt
from random import Random

from django.db import connection

from hall.textsearch.asking import CAP, Asked, Collection, SearchTooLong
from hall.textsearch.postgres import statements
from hall.textsearch.postgres.frequencies import Frequencies

_PLACES = 30_000
_FEW = 4_000
# How many rows a page of the table holds differs; the places must reach the last of a full one.
_FULL = 1.5
_KEPT_SECONDS, _ANOTHER_TRY = 3600.0, 60.0

Row = tuple[date, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Sample:
    """Rows drawn evenly from ``of`` rows, in no order: the searched texts, the day and the values of the filters."""

    texts: list[str]
    rows: list[Row]
    of: float

    def first(self, number: int) -> "Sample":
        return Sample(self.texts[:number], self.rows[:number], self.of)

    def needed(self, number: int) -> float:
        """More than these of its rows show that more than ``number`` of all are meant; wrong less than once in a
        million. Were it exactly the number, so many would be as expected, give or take its square root."""
        expected = number * len(self.rows) / max(self.of, number)
        return expected + 5 * sqrt(expected) + 6


_kept: dict[tuple[str, str, str], tuple[float, int, Sample]] = {}


def surely_capped(collection: Collection, asked: Asked, known: Frequencies) -> bool:
    """Whether more rows than the cap are meant."""
    if asked.containing.keys() - set(collection.filters):
        return False
    drawn = _sample(collection, asked.text, known)
    few = drawn.first(_FEW)
    shown = meant(few, collection, asked)
    if shown > few.needed(CAP):
        return True
    # A few of them hardly show half of what all would have to: it is not worth looking at all.
    likely = shown * len(drawn.rows) / max(len(few.rows), 1) * 2 > drawn.needed(CAP)
    return likely and meant(drawn, collection, asked) > drawn.needed(CAP)


def meant(sample: Sample, collection: Collection, asked: Asked) -> int:
    """How many of its rows are what was asked for, as ``conditions.read`` has it."""
    fits, texts = _narrowed(collection, asked), sample.texts
    places: Iterable[int] = range(len(texts))
    for word in asked.words:
        if len(word) == 1:
            # A field begins with it.
            places = [place for place in places if f"\n{word}" in f"\n{texts[place]}"]
        else:
            places = [place for place in places if word in texts[place]]
    return sum(1 for place in places if fits(sample.rows[place]))


def _narrowed(collection: Collection, asked: Asked) -> Callable[[Row], bool]:
    places = {name: place for place, name in enumerate(collection.filters)}
    whole = [(places[name], value) for name, value in asked.filters.items()]
    parts = [(places[name], part) for name, part in asked.containing.items()]
    since, until = asked.since or date.min, asked.until or date.max

    def fits(row: Row) -> bool:
        day, values = row
        return (
            since <= day <= until
            and all(values[place] == value for place, value in whole)
            and all(part in values[place] for place, part in parts)
        )

    return fits


def _sample(collection: Collection, text: str, known: Frequencies) -> Sample:
    """Drawn anew after an hour, when the table is of another size, or once a row is gone: its text goes with it."""
    name = (str(connection.settings_dict["NAME"]), collection.name, text)
    at, deleted, kept = _kept.get(name, (0.0, 0, None))
    is_old = time.monotonic() - at > _KEPT_SECONDS
    if kept is None or kept.of != known.rows or deleted != known.deleted or is_old:
        try:
            drawn = statements.rows_at(collection, text, _places(known))
        except SearchTooLong:
            # A disk that is slow now; without a sample every question is answered, only some of them slower.
            kept = Sample([], [], known.rows)
            _kept[name] = time.monotonic() - _KEPT_SECONDS + _ANOTHER_TRY, known.deleted, kept
            return kept
        # They come as they lie in the table.
        Random(known.pages).shuffle(drawn)  # noqa: S311 - statistics, not secrecy
        kept = Sample([text for text, _row in drawn], [row for _text, row in drawn], known.rows)
        _kept[name] = time.monotonic(), known.deleted, kept
    return kept


def forget() -> None:
    """For whoever changed the table and cannot wait."""
    _kept.clear()


def _places(known: Frequencies) -> str:
    """As PostgreSQL writes an array; always the same for the same size of the table, so that they stay in memory."""
    chance = Random(known.pages)  # noqa: S311 - statistics, not secrecy
    on_page = max(round(known.rows / max(known.pages, 1) * _FULL), 2)
    drawn = (f'"({chance.randrange(known.pages)},{chance.randrange(1, on_page + 1)})"' for _ in range(_PLACES))
    return f"{{{','.join(drawn)}}}"

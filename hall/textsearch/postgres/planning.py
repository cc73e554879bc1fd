"""Which pieces to ask the index for. Pure.

GIN answers by bitmap only: it reads all that it is asked for before the first row is looked at. So it is asked for the
rarest pieces, and the rest is read in the rows.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from math import sqrt

from hall.textsearch.asking import CAP, Asked, Collection
from hall.textsearch.folding import folded
from hall.textsearch.pieces import asked_pieces, filter_piece
from hall.textsearch.postgres.frequencies import Frequencies

# A piece that more than this share of the rows hold says too little to be worth reading.
_COMMON = 0.4
# More rows than these may be past the cap: a sample of a few milliseconds tells whether counting them is in vain.
NEAR = 13_000
# Microseconds of one row of a piece in the index, and of looking at one row of the table.
_LISTED, _LOOKED_AT = 0.01, 2.0
# A further piece leaves as many of the rows as its share says, were it chance; what is asked together is often written
# together, and the pieces of one word nearly always.
_LEFT_BY_A_WORD, _LEFT_WITHIN = 0.03, 0.1
# ANALYZE counts so many rows with the statistics that the indexes ask for (1000); more or fewer have changed since.
_COUNTED = 300_000
_SINCE = 0.95


@dataclass(frozen=True, slots=True)
class Plan:
    """``pieces`` to ask the index for, rarest first; ``at_most`` rows can hold them all, None where nobody knows.

    ``at_least`` so many rows are meant where the question is this one piece, as surely as ANALYZE knows them.
    """

    pieces: tuple[str, ...]
    at_most: float | None
    at_least: float = 0.0

    @property
    def is_surely_capped(self) -> bool:
        return self.at_least > CAP

    @property
    def is_near(self) -> bool:
        return self.at_most is None or self.at_most <= NEAR


def planned(collection: Collection, asked: Asked, known: Frequencies) -> Plan:
    groups = [list(dict.fromkeys(group)) for group in _groups(collection, asked) if group]
    if not known.known:
        return Plan(tuple(dict.fromkeys(piece for group in groups for piece in group)), None)
    for group in groups:
        group.sort(key=known.share)
    rarest = sorted({group[0] for group in groups}, key=known.share)
    days = bool(asked.since or asked.until)
    if not rarest:
        exact = not (asked.words or asked.containing or days)
        return Plan((), known.rows, _at_least(known, 1.0) if exact else 0.0)
    # Of a piece that is in no list only a bound is known.
    exact = len(groups) == len(groups[0]) == 1 and rarest[0] in known.shares and not (asked.containing or days)
    others = sorted({piece for group in groups for piece in group[1:]} - set(rarest), key=known.share)
    share = known.share(rarest[0])
    return Plan(_worth_reading(known, rarest, others), known.rows * share, _at_least(known, share) if exact else 0.0)


def _worth_reading(known: Frequencies, rarest: list[str], others: list[str]) -> tuple[str, ...]:
    """The rarest piece, and each further one that spares more looking at rows than it costs to read in the index."""
    chosen, left = rarest[:1], known.rows * known.share(rarest[0])
    further = [(piece, _LEFT_BY_A_WORD) for piece in rarest[1:]] + [(piece, _LEFT_WITHIN) for piece in others]
    for piece, least in further:
        share = known.share(piece)
        spared = left * (1 - max(share, least))
        if share < _COMMON and spared * _LOOKED_AT > known.rows * share * _LISTED:
            chosen.append(piece)
            left -= spared
    return tuple(chosen)


def _at_least(known: Frequencies, share: float) -> float:
    """ANALYZE counts a sample: what it tells is too much by five deviations less than once in a million questions."""
    counted = share * min(known.rows, _COUNTED)
    return known.rows * share * max(1 - 5 / sqrt(max(counted, 1)), 0.0) * _SINCE


def _groups(collection: Collection, asked: Asked) -> Iterable[list[str]]:
    for word in asked.words:
        yield asked_pieces(word)
    for place, column in enumerate(collection.filters, 1):
        if column in asked.filters:
            yield [filter_piece(place, asked.filters[column])]
    if asked.text == collection.texts[0]:
        # What is shown in a column is in the first text too, folded.
        for part in asked.containing.values():
            if len(plain := folded(part)) > 1:
                yield asked_pieces(plain)

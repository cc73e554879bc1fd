"""Which pieces to ask the index for. Pure.

GIN answers by bitmap only: it reads all that it is asked for before the first row is looked at. So it is asked for the
rarest pieces, and the rest is read in the rows.
"""

from collections.abc import Container, Iterable
from dataclasses import dataclass
from math import sqrt

from hall.textsearch.asking import CAP, Asked, Collection
from hall.textsearch.folding import folded
from hall.textsearch.pieces import asked_pieces, filter_pairs, filter_piece, long_pieces
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
# More years than these hold nearly everything.
_MOST_YEARS = 8
# ANALYZE counts so many rows with the statistics that the indexes ask for (1000); more or fewer have changed since.
_COUNTED = 300_000
_SINCE = 0.95


@dataclass(frozen=True, slots=True)
class Plan:
    """``pieces`` and ``long`` ones to ask the two indexes for; ``at_most`` rows can hold them all, None where nobody
    knows. Each row that is meant holds one of ``years`` too, long pieces where there are any.

    ``at_least`` so many rows are meant where the question is this one piece, as surely as ANALYZE knows them.
    """

    pieces: tuple[str, ...]
    at_most: float | None
    at_least: float = 0.0
    long: tuple[str, ...] = ()
    years: tuple[str, ...] = ()

    @property
    def told_by(self) -> tuple[str, ...]:
        """What each row that the indexes find holds."""
        return self.pieces + self.long

    @property
    def is_surely_capped(self) -> bool:
        return self.at_least > CAP

    @property
    def is_near(self) -> bool:
        return self.at_most is None or self.at_most <= NEAR


def planned(collection: Collection, asked: Asked, known: Frequencies, long: Frequencies) -> Plan:
    """``known`` tells of the index of the text that is asked for, ``long`` of that of long pieces."""
    if not known.known:
        return Plan(tuple(dict.fromkeys(piece for group in _groups(collection, asked) for piece in group)), None)
    long_groups = [group for group in _long_groups(collection, asked) if group and long.known]
    long_shares = {piece: long.share(piece) for group in long_groups for piece in group}
    groups = [group for group in _groups(collection, asked, long_shares) if group]
    shares = {piece: known.share(piece) for group in groups for piece in group} | long_shares
    groups += long_groups
    days = bool(asked.since or asked.until)
    if not groups:
        exact = not (asked.words or asked.containing or days)
        return Plan((), known.rows, _at_least(known, 1.0) if exact else 0.0)
    share = min(shares.values())
    # Of a piece that is in no list only a bound is known.
    exact = len(groups) == len(shares) == 1 and all(piece in known.shares or piece in long.shares for piece in shares)
    # The rarest of each word and filter tell something new.
    chosen, left = _worth_reading(known.rows, shares, {min(group, key=shares.__getitem__) for group in groups})
    return Plan(
        tuple(piece for piece in chosen if piece not in long_shares),
        known.rows * share,
        _at_least(known, share) if exact and not (asked.containing or days) else 0.0,
        tuple(piece for piece in chosen if piece in long_shares),
        _years_worth_reading(collection, asked, long, left),
    )


def _worth_reading(rows: float, shares: dict[str, float], rarest: set[str]) -> tuple[list[str], float]:
    """The rarest piece, and each further one that spares more looking at rows than it costs to read in the index; also
    how many rows they leave."""
    first, *further = sorted(shares, key=lambda piece: (shares[piece], -len(piece)))
    chosen, left = [first], rows * shares[first]
    for piece in further:
        share = shares[piece]
        spared = left * (1 - max(share, _LEFT_BY_A_WORD if piece in rarest else _LEFT_WITHIN))
        if share < _COMMON and _is_worth(rows, spared, share):
            chosen.append(piece)
            left -= spared
    return chosen, left


def _years_worth_reading(collection: Collection, asked: Asked, long: Frequencies, left: float) -> tuple[str, ...]:
    """Each year of the days that are asked for, with that filter which is rarest in these years."""
    narrowed, last = _narrowed(collection, asked), len(collection.narrowing) + 1
    since, until = asked.since, asked.until
    if not (long.known and narrowed and since and until and 0 <= until.year - since.year < _MOST_YEARS):
        return ()
    years = [str(year) for year in range(since.year, until.year + 1)]
    told = [[filter_pairs({place: value, last: year})[0] for year in years] for place, value in narrowed.items()]
    share, pieces = min((sum(map(long.share, pieces)), pieces) for pieces in told)
    spared = left * (1 - min(sum(long.share(filter_piece(last, year)) for year in years), 1.0))
    return tuple(pieces) if _is_worth(long.rows, spared, share) else ()


def _is_worth(rows: float, spared: float, share: float) -> bool:
    """Whether rows that need not be looked at would take longer than reading such a share of all in the index."""
    return spared * _LOOKED_AT > rows * share * _LISTED


def _at_least(known: Frequencies, share: float) -> float:
    """ANALYZE counts a sample: what it tells is too much by five deviations less than once in a million questions."""
    counted = share * min(known.rows, _COUNTED)
    return known.rows * share * max(1 - 5 / sqrt(max(counted, 1)), 0.0) * _SINCE


def _groups(collection: Collection, asked: Asked, long: Container[str] = ()) -> Iterable[list[str]]:
    """Values that are asked for in pairs, as ``long`` pieces, are not asked for alone."""
    for word in _words(collection, asked):
        yield asked_pieces(word)
    paired = collection.narrowing if any(pair in long for pair in filter_pairs(_narrowed(collection, asked))) else ()
    for place, column in enumerate(collection.filters, 1):
        if column in asked.filters and column not in paired:
            yield [filter_piece(place, asked.filters[column])]


def _long_groups(collection: Collection, asked: Asked) -> Iterable[list[str]]:
    if asked.text == collection.texts[0]:
        yield from map(long_pieces, _words(collection, asked))
    yield filter_pairs(_narrowed(collection, asked))


def _narrowed(collection: Collection, asked: Asked) -> dict[int, str]:
    """The values to filter by that are long pieces, by their places there."""
    places = enumerate(collection.narrowing, 1)
    return {place: asked.filters[column] for place, column in places if column in asked.filters}


def _words(collection: Collection, asked: Asked) -> Iterable[str]:
    """The words, and what is asked for within a column: that is in the first text too, folded."""
    yield from asked.words
    if asked.text == collection.texts[0]:
        yield from (plain for plain in map(folded, asked.containing.values()) if len(plain) > 1)

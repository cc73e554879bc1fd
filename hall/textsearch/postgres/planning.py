"""Which pieces to ask the index for. Pure.

GIN answers by bitmap only: it reads all that it is asked for before the first row is looked at. So it is asked for the
rarest pieces, and the rest is read in the rows.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from math import sqrt

from hall.textsearch.asking import CAP, Asked, Collection
from hall.textsearch.folding import folded
from hall.textsearch.pieces import asked_pieces, filter_pairs, filter_piece, long_pieces
from hall.textsearch.postgres.frequencies import Frequencies

# A piece that more than this share of the rows hold says too little to be worth reading; one that so few hold costs
# next to nothing.
_COMMON, _RARE = 0.4, 0.002
# More rows than these may be past the cap: a sample of a few milliseconds tells whether counting them is in vain.
NEAR = 13_000
# Microseconds of one row of a piece in the index, and of looking at one row of the table.
_LISTED, _LOOKED_AT = 0.01, 2.0
# A further piece leaves as many of the rows as its share says, were it chance; what is asked together is often written
# together, the pieces of one word nearly always; and a department decides on its own items alone.
_LEFT_BY_A_WORD, _LEFT_WITHIN, _LEFT_BY_A_FILTER = 0.03, 0.1, 0.3
# More years than these hold nearly everything.
_MOST_YEARS = 8
# ANALYZE counts so many rows with the statistics that the indexes ask for (1000); more or fewer have changed since.
_COUNTED = 300_000
_SINCE = 0.95


@dataclass(frozen=True, slots=True)
class Plan:
    """``pieces`` to ask the index of the text for, or ``long`` ones to ask that of long pieces for: never both, because
    two indexes are joined by reading each list to its end. ``at_most`` rows can hold them all, None where nobody knows.

    ``at_least`` so many rows are meant where the question is one piece, as surely as ANALYZE knows them. Each row that
    is meant holds one of ``years`` too, long pieces where there are any.
    """

    pieces: tuple[str, ...]
    at_most: float | None
    at_least: float = 0.0
    long: tuple[str, ...] = ()
    years: tuple[str, ...] = ()

    @property
    def told_by(self) -> tuple[str, ...]:
        """What each row that the index finds holds."""
        return self.pieces + self.long

    @property
    def is_surely_capped(self) -> bool:
        return self.at_least > CAP

    @property
    def is_near(self) -> bool:
        return self.at_most is None or self.at_most <= NEAR


def planned(collection: Collection, asked: Asked, known: Frequencies, long: Frequencies) -> Plan:
    """``known`` tells of the index of the text that is asked for, ``long`` of that of long pieces."""
    groups = [list(dict.fromkeys(group)) for group in _groups(collection, asked) if group]
    if not known.known:
        return Plan(tuple(dict.fromkeys(piece for group in groups for piece in group)), None)
    days = bool(asked.since or asked.until)
    if not groups:
        exact = not (asked.words or asked.containing or days)
        return Plan((), known.rows, _at_least(known, 1.0) if exact else 0.0)
    share = min(known.share(piece) for group in groups for piece in group)
    # Of a piece that is in no list only a bound is known.
    exact = len(groups) == len(groups[0]) == 1 and groups[0][0] in known.shares and not (asked.containing or days)
    at_most, at_least = known.rows * share, _at_least(known, share) if exact else 0.0
    by_text = _worth_reading(known, groups)
    long_groups = [group for group in _long_groups(collection, asked) if group and long.known]
    if long_groups:
        by_long = _with_years(collection, asked, long, _worth_reading(long, long_groups))
        if by_long.microseconds < by_text.microseconds:
            at_most = min(at_most, long.rows * long.share(by_long.pieces[0]))
            return Plan((), at_most, at_least, by_long.pieces, by_long.years)
    return Plan(by_text.pieces, at_most, at_least)


@dataclass(frozen=True, slots=True)
class _Reading:
    """Pieces, rarest first; how many rows stand in their lists, and how many are left to be looked at."""

    pieces: tuple[str, ...]
    listed: float
    left: float
    years: tuple[str, ...] = ()

    @property
    def microseconds(self) -> float:
        return self.listed * _LISTED + self.left * _LOOKED_AT


def _worth_reading(known: Frequencies, groups: list[list[str]]) -> _Reading:
    """The rarest piece, and each further one that spares more looking at rows than it costs to read in the index."""
    # The rarest of each word tells something new; the other pieces of a word come before it where they are rare.
    rarest = {min(group, key=known.share) for group in groups}
    first, *further = sorted(
        dict.fromkeys(piece for group in groups for piece in group),
        key=lambda piece: (known.share(piece) > _RARE and piece not in rarest, known.share(piece)),
    )
    chosen = [first]
    listed = left = known.rows * known.likely(first)
    for piece in further:
        share = known.likely(piece)
        least = _LEFT_BY_A_FILTER if ":" in piece else _LEFT_BY_A_WORD if piece in rarest else _LEFT_WITHIN
        spared = left * (1 - max(share, least))
        if share < _COMMON and _is_worth(known, spared, share):
            chosen.append(piece)
            left -= spared
            listed += known.rows * share
    return _Reading(tuple(chosen), listed, left)


def _with_years(collection: Collection, asked: Asked, long: Frequencies, reading: _Reading) -> _Reading:
    """Each year of the days that are asked for, with that filter which is rarest in these years."""
    narrowed, last = _narrowed(collection, asked), len(collection.narrowing) + 1
    since, until = asked.since, asked.until
    if not (narrowed and since and until and 0 <= until.year - since.year < _MOST_YEARS):
        return reading
    years = [str(year) for year in range(since.year, until.year + 1)]
    told = [[filter_pairs({place: value, last: year})[0] for year in years] for place, value in narrowed.items()]
    share, pieces = min((sum(map(long.likely, pieces)), pieces) for pieces in told)
    spared = reading.left * (1 - min(sum(long.share(filter_piece(last, year)) for year in years), 1.0))
    if not _is_worth(long, spared, share):
        return reading
    return _Reading(reading.pieces, reading.listed + long.rows * share, reading.left - spared, tuple(pieces))


def _is_worth(known: Frequencies, spared: float, share: float) -> bool:
    """Whether rows that need not be looked at would take longer than reading such a share of all in the index."""
    return spared * _LOOKED_AT > known.rows * share * _LISTED


def _at_least(known: Frequencies, share: float) -> float:
    """ANALYZE counts a sample: what it tells is too much by five deviations less than once in a million questions."""
    counted = share * min(known.rows, _COUNTED)
    return known.rows * share * max(1 - 5 / sqrt(max(counted, 1)), 0.0) * _SINCE


def _groups(collection: Collection, asked: Asked) -> Iterable[list[str]]:
    for word in _words(collection, asked):
        yield asked_pieces(word)
    for place, column in enumerate(collection.filters, 1):
        if column in asked.filters:
            yield [filter_piece(place, asked.filters[column])]


def _long_groups(collection: Collection, asked: Asked) -> Iterable[list[str]]:
    if asked.text == collection.texts[0]:
        yield from map(long_pieces, _words(collection, asked))
    narrowed = _narrowed(collection, asked)
    yield filter_pairs(narrowed) or [filter_piece(place, value) for place, value in narrowed.items()]


def _narrowed(collection: Collection, asked: Asked) -> dict[int, str]:
    """The values to filter by that are long pieces, by their places there."""
    places = enumerate(collection.narrowing, 1)
    return {place: asked.filters[column] for place, column in places if column in asked.filters}


def _words(collection: Collection, asked: Asked) -> Iterable[str]:
    """The words, and what is asked for within a column: that is in the first text too, folded."""
    yield from asked.words
    if asked.text == collection.texts[0]:
        yield from (plain for plain in map(folded, asked.containing.values()) if len(plain) > 1)

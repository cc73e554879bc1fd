"""Pieces of a text, as the database function makes them: a query must be cut exactly as the rows were. Pure.

Full-width and compatibility forms are folded (NFKC), Latin letters lowered, blanks and punctuation dropped, so that
渝Ａ-１２ is found as 渝a12. A line break stays: it parts the fields of a search column, and no piece crosses it.
"""

import re
import unicodedata
from collections.abc import Collection, Mapping
from itertools import combinations, pairwise

# Written with escapes that Python and PostgreSQL read alike. 々 and 〇 (U+3005-3007) are words, not punctuation.
DROPPED = (
    r"[\u0001-\u0009\u000B-\u002F\u003A-\u0040\u005B-\u0060\u007B-\u00BF"
    r"\u1680\u2000-\u206F\u3000-\u3004\u3008-\u3020\u3030\uFEFF]"
)
_DROPPED = re.compile(DROPPED)
_DIGITS = re.compile("[0-9]+")
_THREE_DIGITS = re.compile("(?=([0-9]{3}))")
_WITH_DIGITS = re.compile("[a-z]*[0-9][0-9a-z]*")
_FIVE = re.compile("(?=(.{5}))")
_FOUR_LETTERS = re.compile("(?=([a-z]{4}))")
# The database function cuts the value of a filter to so many characters.
FILTER_LENGTH = 100
_UPPER = {code: code + 32 for code in range(ord("A"), ord("Z") + 1)}


def squeezed(text: str) -> str:
    """The text as it is compared."""
    # Only A to Z are lowered: what becomes of other letters depends on the locale of the database.
    return _DROPPED.sub("", unicodedata.normalize("NFKC", text).translate(_UPPER))


def pieces(text: str) -> list[str]:
    """Every two neighbouring characters of each line."""
    return pairs(squeezed(text))


def pairs(plain: str) -> list[str]:
    """The pieces of a text that is squeezed already."""
    both = (a + b for a, b in pairwise(plain))
    return [pair for pair in both if "\n" not in pair]


def asked_pieces(word: str) -> list[str]:
    """What an index of ``hall_pieces`` is asked for a folded word; nothing for two digits, which say too little.

    One character means that a field begins with it.
    """
    if len(word) == 1:
        return [f"\n{word}"]
    return [pair for pair in pairs(word) if not _DIGITS.fullmatch(pair)] + threes(word)


def threes(plain: str) -> list[str]:
    """Every three neighbouring digits."""
    return [found.group(1) for found in _THREE_DIGITS.finditer(plain)]


def long_pieces(plain: str) -> list[str]:
    """Every five neighbouring letters or digits where a digit is among them or beside them, and every four letters: of
    a row, as of a word that is asked for."""
    numbers = (five.group(1) for run in _WITH_DIGITS.findall(plain) for five in _FIVE.finditer(run))
    return [*numbers, *(four.group(1) for four in _FOUR_LETTERS.finditer(plain))]


def filter_piece(place: int, value: str) -> str:
    """The whole piece of the value to filter by at this place, counted from 1."""
    return f"{place}:{value[:FILTER_LENGTH]}"


def filter_pairs(values: Mapping[int, str]) -> list[str]:
    """Every two of the values to filter by, which are told by their places counted from 1, as one piece."""
    cut = [(place, value[:FILTER_LENGTH]) for place, value in sorted(values.items())]
    return [f"{place},{other}:{value}:{beside}" for (place, value), (other, beside) in combinations(cut, 2)]


def is_whole(word: str, told_by: Collection[str]) -> bool:
    """Whether the word is one piece and nothing more, and that is among those that the index was asked for."""
    piece = word if len(word) > 1 else f"\n{word}"
    return piece in told_by and piece in (*asked_pieces(word), *long_pieces(word))


def is_whole_filter(place: int, value: str, told_by: Collection[str]) -> bool:
    piece = filter_piece(place, value)
    # A value of the full length is the beginning of longer ones too.
    return len(value) < FILTER_LENGTH and piece in told_by


def field_pieces(plain: str, *filters: str) -> set[str]:
    """As ``hall_pieces`` cuts in the database, in any order."""
    both = (a + b for a, b in pairwise(f"\n{plain}") if b != "\n")
    cut = {pair for pair in both if not _DIGITS.fullmatch(pair)}
    return cut | set(threes(plain)) | {filter_piece(place, value) for place, value in enumerate(filters, 1)}


def long_field_pieces(plain: str, year: int, *filters: str) -> set[str]:
    """As ``hall_long_pieces`` cuts in the database, in any order."""
    values = dict(enumerate((*filters, str(year)), 1))
    return {*long_pieces(plain), *filter_pairs(values), *(filter_piece(*told) for told in values.items())}

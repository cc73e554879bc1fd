"""Where the words of a question stand in a text as it is shown. Pure."""

from collections.abc import Iterator

from hall.textsearch.folding import folded
from hall.textsearch.initials import initials


def marked(text: str, words: tuple[str, ...], *, with_initials: bool = False) -> list[tuple[str, bool]]:
    """The text in fragments, each with whether it was looked for.

    ``words`` are folded; the text may be written in full width, traditional characters or with signs between. One
    character counts at the beginning only, as it is searched. ``with_initials`` for names of organisations.
    """
    plain, places = _spread(text)
    looked_for: set[int] = set()
    for word in words:
        found = list(_found(plain, word))
        if not found and with_initials and word.isascii() and word.isalpha():
            found = list(_found(initials(text), word))
        for first in found:
            looked_for.update(range(places[first], places[first + len(word) - 1] + 1))
    return list(_fragments(text, looked_for))


def _spread(text: str) -> tuple[str, list[int]]:
    """The folded text, and for each of its characters where it comes from."""
    plain, places = "", []
    for place, character in enumerate(text):
        read = folded(character)
        plain += read
        places += [place] * len(read)
    return plain, places


def _found(plain: str, word: str) -> Iterator[int]:
    first = plain.find(word)
    while first >= 0 and (len(word) > 1 or first == 0):
        yield first
        first = plain.find(word, first + 1)


def _fragments(text: str, looked_for: set[int]) -> Iterator[tuple[str, bool]]:
    begin = 0
    for place in range(1, len(text) + 1):
        if place == len(text) or (place in looked_for) != (begin in looked_for):
            yield text[begin:place], begin in looked_for
            begin = place

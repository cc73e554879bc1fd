"""Pinyin initials of a name, so that an organisation is found as 重庆清泉浴室 by cqqqys. Pure.

Never used on the name of a natural person: initials would undo a part of the mask. The tables come from pypinyin's
(``data/SOURCE.md``): each character with its usual reading, and the words of two characters that are read otherwise.
"""

import re
from functools import cache
from pathlib import Path

from hall.textsearch.folding import folded

_TABLE = Path(__file__).parent / "data" / "initials.txt"


@cache
def _readings() -> tuple[dict[int, str], dict[str, str]]:
    """Characters and words; a line is one letter and its characters, or two letters and their words."""
    characters: dict[int, str] = {}
    words: dict[str, str] = {}
    for line in _TABLE.read_text("utf-8").splitlines():
        letters, _blank, told = line.partition(" ")
        if len(letters) == 1:
            characters |= {ord(character): letters for character in told}
        else:
            words |= dict.fromkeys(told.split(), letters)
    return characters, words


@cache
def _odd_words() -> re.Pattern[str]:
    return re.compile("|".join(_readings()[1]))


def initials(name: str) -> str:
    """One letter for each character of the folded name; what has no reading stays as it is."""
    characters, words = _readings()
    read = _odd_words().sub(lambda found: words[found.group()], folded(name))
    return read.translate(characters)

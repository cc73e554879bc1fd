"""Search in Chinese text by its two-character pieces: exact for any query of two characters or more, no dictionary."""

from hall.textsearch.asking import (
    CAP,
    MOST_WORDS,
    Asked,
    Collection,
    Found,
    Hit,
    Position,
    SearchAway,
    SearchBackend,
    SearchTooLong,
    backend,
)
from hall.textsearch.folding import folded, searchable
from hall.textsearch.functions import FieldPieces, LongPieces, Pieces, Squeezed
from hall.textsearch.initials import initials
from hall.textsearch.marking import marked
from hall.textsearch.matching import matching
from hall.textsearch.pieces import pieces, squeezed
from hall.textsearch.versions import next_version, outrun

__all__ = [
    "CAP",
    "MOST_WORDS",
    "Asked",
    "Collection",
    "FieldPieces",
    "Found",
    "Hit",
    "LongPieces",
    "Pieces",
    "Position",
    "SearchAway",
    "SearchBackend",
    "SearchTooLong",
    "Squeezed",
    "backend",
    "folded",
    "initials",
    "marked",
    "matching",
    "next_version",
    "outrun",
    "pieces",
    "searchable",
    "squeezed",
]

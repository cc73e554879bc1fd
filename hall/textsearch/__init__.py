"""Search in Chinese text by its two-character pieces: exact for any query of two characters or more, no dictionary."""

from hall.textsearch.functions import Pieces, Squeezed
from hall.textsearch.pieces import pieces, squeezed
from hall.textsearch.search import Found, matching, search

__all__ = ["Found", "Pieces", "Squeezed", "matching", "pieces", "search", "squeezed"]

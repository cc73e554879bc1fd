"""Traditional characters read as simplified ones, one for one, so that 許可 is found as 许可. Pure.

The table is OpenCC's (``data/SOURCE.md``): each traditional character with its first simplified one. It is used on what
is searched and on what is asked alike, so that a name which keeps an old form, such as 昇, is found by both.
"""

from functools import cache
from pathlib import Path

from hall.textsearch.pieces import squeezed

_TABLE = Path(__file__).parent / "data" / "traditional.txt"


@cache
def _simplified() -> dict[int, int]:
    return {ord(pair[0]): ord(pair[1]) for pair in _TABLE.read_text("utf-8").split()}


def folded(text: str) -> str:
    """The text as it is compared: squeezed, and in simplified characters; of the same length as ``squeezed(text)``."""
    return squeezed(text).translate(_simplified())


def searchable(fields: list[str]) -> str:
    """What a search column holds: each field folded, on a line of its own."""
    lines = (folded(field).replace("\n", "") for field in fields)
    return "\n".join(line for line in lines if line)

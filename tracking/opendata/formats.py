"""Rows as CSV and JSON Lines, a row at a time: neither ever holds the whole. ``workbook`` writes XLSX."""

import csv
import io
import json
import re
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from tracking.opendata.dictionary import NAMES
from tracking.opendata.models import Format

Row = dict[str, Any]
MIME = {
    Format.CSV: "text/csv; charset=utf-8",
    Format.JSONL: "application/jsonl; charset=utf-8",
    Format.XLSX: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
# A table program would take what begins so for a formula (CWE-1236), in full width as well; the apostrophe that is put
# in front is part of the format here, and an import takes it off again.
RISKY = r"[=+\-@＝＋－＠\t\r\n']"
_FORMULA = re.compile(rf"^{RISKY}")


def csv_pieces(rows: Iterable[Row], *, begin: bool = True) -> Iterator[bytes]:
    """With a mark for table programs and a header; where one goes on (``begin`` is false) with neither."""
    if begin:
        yield b"\xef\xbb\xbf" + _line(NAMES)
    for row in rows:
        yield _line([_cell(row[name]) for name in NAMES])


def _line(cells: list[str]) -> bytes:
    text = io.StringIO()
    csv.writer(text).writerow(cells)
    return text.getvalue().encode()


def _cell(value: Any) -> str:
    text = "" if value is None else str(value)
    return f"'{text}" if _FORMULA.match(text) else text


def jsonl_pieces(rows: Iterable[Row], **_begin: bool) -> Iterator[bytes]:
    for row in rows:
        yield json.dumps(row, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"


Pieces = Callable[..., Iterator[bytes]]
PIECES: dict[str, Pieces] = {Format.CSV: csv_pieces, Format.JSONL: jsonl_pieces}

"""Rows as CSV, JSON Lines and XLSX, a row at a time: none of the three ever holds the whole.

XLSX is Office Open XML (ECMA-376) with inline strings, written straight into the archive; every cell is text, so that
no program takes a number or a name for a formula.
"""

import csv
import io
import json
import re
from collections.abc import Callable, Iterable, Iterator
from typing import IO, Any
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZipFile

from tracking.opendata.dictionary import FIELDS, FORBIDDEN, NAMES
from tracking.opendata.models import Format

Row = dict[str, Any]
MIME = {
    Format.CSV: "text/csv; charset=utf-8",
    Format.JSONL: "application/jsonl; charset=utf-8",
    Format.XLSX: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
# As many rows as one sheet can hold.
SHEET = 1_048_576
# A table program would take what begins so for a formula (CWE-1236); the apostrophe is part of the format here.
_FORMULA = re.compile(r"^[=+\-@\t\r']")


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


def write_xlsx(target: "IO[bytes]", rows: Iterable[Row]) -> int:
    """Write the whole workbook; says how many rows it has."""
    source, written, sheets = iter(rows), 0, 0
    with ZipFile(target, "w", ZIP_DEFLATED) as archive:
        while True:
            sheets += 1
            fresh = _sheet(archive, sheets, source)
            written += fresh
            if fresh < SHEET - 1:
                break
        for name, text in _frame(sheets):
            archive.writestr(name, text)
    return written


def _sheet(archive: ZipFile, number: int, rows: Iterator[Row]) -> int:
    written = 0
    with archive.open(f"xl/worksheets/sheet{number}.xml", "w", force_zip64=True) as sheet:
        sheet.write(f'{_XML}<worksheet xmlns="{_MAIN}"><sheetData>'.encode())
        sheet.write(_xlsx_row([str(field.label) for field in FIELDS]))
        while written < SHEET - 1 and (row := next(rows, None)) is not None:
            sheet.write(_xlsx_row([row[name] for name in NAMES]))
            written += 1
        sheet.write(b"</sheetData></worksheet>")
    return written


def _xlsx_row(cells: list[Any]) -> bytes:
    told = ("" if cell is None else escape(FORBIDDEN.sub("", str(cell))) for cell in cells)
    inside = "".join(f'<c t="inlineStr"><is><t xml:space="preserve">{text}</t></is></c>' for text in told)
    return f"<row>{inside}</row>".encode()


_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_SHEETML = "application/vnd.openxmlformats-officedocument.spreadsheetml"


def _frame(sheets: int) -> Iterator[tuple[str, str]]:
    """The three small parts that make sheets a workbook."""
    numbers = range(1, sheets + 1)
    named = "".join(f'<sheet name="{number}" sheetId="{number}" r:id="r{number}"/>' for number in numbers)
    yield "xl/workbook.xml", f'{_XML}<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}"><sheets>{named}</sheets></workbook>'
    related = "".join(
        f'<Relationship Id="r{number}" Type="{_OFFICE}/worksheet" Target="worksheets/sheet{number}.xml"/>'
        for number in numbers
    )
    relations = f'{_XML}<Relationships xmlns="{_PACKAGE}/relationships">'
    yield "xl/_rels/workbook.xml.rels", f"{relations}{related}</Relationships>"
    root = f'<Relationship Id="r1" Type="{_OFFICE}/officeDocument" Target="xl/workbook.xml"/>'
    yield "_rels/.rels", f"{relations}{root}</Relationships>"
    parts = "".join(
        f'<Override PartName="/xl/worksheets/sheet{number}.xml" ContentType="{_SHEETML}.worksheet+xml"/>'
        for number in numbers
    )
    yield (
        "[Content_Types].xml",
        (
            f'{_XML}<Types xmlns="{_PACKAGE}/content-types">'
            '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            f'<Override PartName="/xl/workbook.xml" ContentType="{_SHEETML}.sheet.main+xml"/>{parts}</Types>'
        ),
    )


Pieces = Callable[..., Iterator[bytes]]
PIECES: dict[str, Pieces] = {Format.CSV: csv_pieces, Format.JSONL: jsonl_pieces}

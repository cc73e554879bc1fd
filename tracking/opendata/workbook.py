"""Rows as XLSX, through openpyxl's write-only mode: rows go to a file one by one, and none stays in memory.

Text is always written as text, so that no program takes a name for a formula (CWE-1236); whole days and moments are
days to the program as well, and can be sorted and counted as such.
"""

from collections.abc import Callable, Iterable, Iterator
from datetime import date, datetime
from functools import cache
from importlib import import_module
from typing import IO, Any

from hall.clock import SHANGHAI
from tracking.opendata.dictionary import FIELDS, FORBIDDEN, Field
from tracking.opendata.formats import Row

# As many rows as one sheet can hold, and as many characters as one cell.
SHEET, CELL = 1_048_576, 32_767
# Table programs count days from here on; what is earlier stays text.
_FIRST_DAY = date(1900, 3, 1)


def write_xlsx(target: "IO[bytes]", rows: Iterable[Row]) -> int:
    """Write the whole workbook; says how many rows it has."""
    book = _library().Workbook(write_only=True)
    source, written, fresh = iter(rows), 0, SHEET - 1
    while fresh == SHEET - 1:
        fresh = _fill(book.create_sheet(str(len(book.worksheets) + 1)), source)
        written += fresh
    book.save(target)
    return written


@cache
def _library() -> Any:
    """Loaded with the first workbook: no process needs it to start, and it is among the largest."""
    return import_module("openpyxl")


def _fill(sheet: Any, rows: Iterator[Row]) -> int:
    """A header and as many rows as fit."""
    sheet.append([_text(sheet, str(field.label)) for field in FIELDS])
    written = 0
    while written < SHEET - 1 and (row := next(rows, None)) is not None:
        sheet.append([_cell(sheet, field, row[field.name]) for field in FIELDS])
        written += 1
    return written


def _cell(sheet: Any, field: Field, told: Any) -> Any:
    if told is None:
        return None
    read = _READ.get(field.kind)
    day = read[0](str(told)) if read else None
    if read is None or day is None:
        return _text(sheet, str(told))
    cell = _library().cell.WriteOnlyCell(sheet, day)
    cell.number_format = read[1]
    return cell


def _text(sheet: Any, told: str) -> Any:
    cell = _library().cell.WriteOnlyCell(sheet)
    # Set as they are: whatever begins with an equals sign would else become a formula.
    cell._value, cell.data_type = FORBIDDEN.sub("", told)[:CELL], "s"
    return cell


def _day(text: str) -> date | None:
    """None for what an older register wrote as a year or a month alone."""
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return None
    return day if day >= _FIRST_DAY else None


def _moment(text: str) -> datetime:
    """As clocks here show it: table programs know no zones."""
    return datetime.fromisoformat(text).astimezone(SHANGHAI).replace(tzinfo=None)


_READ: dict[str, tuple[Callable[[str], date | None], str]] = {
    "date": (_day, "yyyy-mm-dd"),
    "time": (_moment, "yyyy-mm-dd hh:mm:ss"),
}

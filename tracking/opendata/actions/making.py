"""The worker's files: what was published on each day and in each month, in every format, once it is over.

Made from the day on which the data set was opened. Safe to run twice and beside another worker: the data set is held.
The formats of one period are made of one reading and appear with one transaction, so that they say the same, and a
reader of the manifest finds all of them with their digests or none. No file is changed afterwards.
"""

import json
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import groupby
from tempfile import TemporaryFile
from typing import IO

from django.core.files.base import File
from django.db import transaction

from hall.clock import local_date, now
from hall.files.actions import store
from tracking.opendata.dictionary import row_of
from tracking.opendata.formats import MIME, PIECES, Row
from tracking.opendata.models import DataFile, DataSet, Format, Period
from tracking.opendata.queries import is_open, open_sets
from tracking.opendata.reading import Chosen, records
from tracking.opendata.workbook import write_xlsx

# So many days or months of one data set in one run.
AT_ONCE = 5
# What was published in a day's last moment may be committed after midnight.
SETTLED = timedelta(minutes=10)
Span = tuple[Period, date, date]


def make_files() -> int:
    """How many were made now."""
    return sum(_make_next(data_set.pk) for data_set in open_sets() for _turn in range(AT_ONCE))


@transaction.atomic
def _make_next(pk: int) -> int:
    """The files of the oldest period that has none."""
    held = (
        DataSet.objects.select_for_update(of=("self",), skip_locked=True).select_related("hall").filter(pk=pk).first()
    )
    if held is None or not is_open(held):
        return 0
    known = set(held.files.values_list("period", "first_on"))
    span = next((span for span in _over(held) if span[:2] not in known), None)
    return len(_make_span(held, span)) if span else 0


def _over(data_set: DataSet) -> Iterator[Span]:
    """Every day and month that has ended since it was opened, the oldest first."""
    assert data_set.opened_on is not None
    length = (local_date(now() - SETTLED) - data_set.opened_on).days
    days = [data_set.opened_on + timedelta(days=number) for number in range(length)]
    yield from ((Period.DAILY, day, day) for day in days)
    for (_year, month), among in groupby(days, key=lambda day: (day.year, day.month)):
        whole = list(among)
        if (whole[-1] + timedelta(days=1)).month != month:
            yield Period.MONTHLY, whole[0].replace(day=1), whole[-1]


def _make_span(data_set: DataSet, span: Span) -> list[DataFile]:
    chosen = Chosen(published_from=span[1], published_to=span[2])
    with TemporaryFile() as once:
        rows = write(once, Format.JSONL, (row_of(record) for record in records(data_set.hall, chosen)))
        return [_make_one(data_set, span, form, once, rows) for form in Format]


def _make_one(data_set: DataSet, span: Span, form: Format, once: "IO[bytes]", rows: int) -> DataFile:
    period, first, last = span
    made = DataFile(data_set=data_set, period=period, first_on=first, last_on=last, format=form, made_at=now())
    made.rows = rows
    with TemporaryFile() as content:
        write(content, form, _read_again(once))
        made.file = store(
            File(content),
            name=made.name,
            kind=MIME[form].partition(";")[0],
            hall_code=data_set.hall.code,
            owner_uid=None,
        )
    made.save(force_insert=True)
    return made


def _read_again(once: "IO[bytes]") -> Iterator[Row]:
    once.seek(0)
    return (json.loads(line) for line in once)


def write(content: "IO[bytes]", form: Format, rows: Iterator[Row]) -> int:
    if form == Format.XLSX:
        return write_xlsx(content, rows)
    counted = Counted(rows)
    content.writelines(PIECES[form](counted))
    return counted.number


class Counted:
    """Rows that say how many they were."""

    def __init__(self, rows: Iterator[Row]) -> None:
        self.rows, self.number = rows, 0

    def __iter__(self) -> Iterator[Row]:
        for row in self.rows:
            self.number += 1
            yield row

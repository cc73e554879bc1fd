"""Reading the days of a holiday notice from a table, and refusing one that cannot be right."""

import csv
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from io import StringIO
from pathlib import Path

from django.utils.translation import gettext as _

from hall.errors import Invalid
from hall.workdays.kinds import DayKind, DayRow
from hall.workdays.rest_days import DATA, lunar_years, statutory_days

# What the column of the table holds.
LONGEST_NAME = 60
COLUMNS = ("date", "name", "is_off_day")


def packaged() -> dict[int, tuple[str, list[DayRow]]]:
    """The notices that came with the software: year, address of the notice, its days."""
    notices: dict[int, tuple[str, list[DayRow]]] = {}
    with (DATA / "cn_holidays.csv").open(encoding="utf-8") as table:
        for line in csv.DictReader(table):
            _url, days = notices.setdefault(int(line["notice_year"]), (line["state_council_notice_url"], []))
            days.append(_row(line))
    return notices


def read_notice(path: Path) -> list[DayRow]:
    """The rows of a file, see ``read_days``."""
    try:
        return read_days(path.read_bytes())
    except OSError as problem:
        raise Invalid(_("无法读取文件：%(problem)s") % {"problem": problem}) from problem


def read_days(content: bytes) -> list[DayRow]:
    """The rows of a CSV with the columns date, name and is_off_day (1 rest, 0 worked); others are ignored."""
    try:
        return list(_rows(csv.DictReader(StringIO(content.decode("utf-8-sig"), newline=""))))
    except (UnicodeDecodeError, csv.Error) as problem:
        raise Invalid(_("文件不是UTF-8编码的CSV表格。")) from problem


def _rows(table: "csv.DictReader[str]") -> Iterator[DayRow]:
    if missing := [column for column in COLUMNS if column not in (table.fieldnames or [])]:
        raise Invalid(_("表头缺少列：%(columns)s。") % {"columns": "、".join(missing)})
    for line in table:
        try:
            yield _row(line)
        except (ValueError, AttributeError) as problem:
            message = _("第%(line)d行无法识别：日期应为2027-01-01的形式，is_off_day应为0或1。")
            raise Invalid(message % {"line": table.line_num}) from problem


def _row(line: Mapping[str, str]) -> DayRow:
    day, name = date.fromisoformat(line["date"].strip()), line["name"].strip()
    off = {"1": True, "0": False}.get(line["is_off_day"].strip())
    if off is None or not name or len(name) > LONGEST_NAME or not name.isprintable():
        raise ValueError(line)
    return DayRow(day, _kind(day, off), name)


def _kind(day: date, off: bool) -> DayKind:
    if not off:
        return DayKind.WORK
    feasts = dict(statutory_days(day.year)) if day.year in lunar_years() else {}
    return DayKind.STATUTORY if day in feasts else DayKind.REST


def check_notice(rows: Iterable[DayRow], year: int) -> None:
    """A notice speaks of its year and the turns of the year, of no day twice, and rests on all thirteen days."""
    told = list(rows)
    check_days(told)
    for row in told:
        if not date(year - 1, 12, 1) <= row.date <= date(year + 1, 1, 31):
            raise Invalid(_("%(date)s不属于%(year)d年的放假安排。") % {"date": row.date, "year": year})
    if not told:
        raise Invalid(_("放假安排中没有任何日期。"))
    _check_statutory({row.date for row in told if row.kind != DayKind.WORK}, year)


def check_days(rows: Iterable[DayRow]) -> None:
    """No day is told twice."""
    seen: set[date] = set()
    for row in rows:
        if row.date in seen:
            raise Invalid(_("%(date)s出现了两次。") % {"date": row.date})
        seen.add(row.date)


def _check_statutory(resting: set[date], year: int) -> None:
    if year not in lunar_years():
        return
    for day, name in statutory_days(year):
        if day not in resting:
            raise Invalid(_("缺少法定节假日：%(date)s（%(name)s）。") % {"date": day, "name": name})

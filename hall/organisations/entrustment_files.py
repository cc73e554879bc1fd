"""A file of entrustments (行政许可法 Art. 24): one row for each announcement, as the agencies published it."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from hall.organisations.models import Department

COLUMNS = (
    *("entrusting", "entrusted", "item_code", "item_name", "announced_as", "announced_on", "text"),
    *("valid_from", "valid_to"),
)


class UnreadableRow(Exception):
    """What is wrong with a row, in words for whoever wrote the file."""


@dataclass(frozen=True, slots=True)
class Announced:
    entrusting: Department
    entrusted: Department
    item_code: str
    item_name: str
    announced_as: str
    announced_on: date
    text: str
    valid_from: date
    valid_to: date | None


def read_announced(path: Path) -> Iterator[Announced]:
    """Raises UnreadableRow, with the number of the line."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = csv.DictReader(file)
        if missing := [name for name in COLUMNS if name not in (rows.fieldnames or ())]:
            raise UnreadableRow(f"缺少列：{'、'.join(missing)}。")
        for row in rows:
            yield _read({name: (row[name] or "").strip() for name in COLUMNS}, rows.line_num)


def _read(row: dict[str, str], line: int) -> Announced:
    if empty := [name for name in COLUMNS if not row[name] and name != "valid_to"]:
        raise UnreadableRow(f"第{line}行没有填写：{'、'.join(empty)}。")
    return Announced(
        entrusting=_department(row["entrusting"], line),
        entrusted=_department(row["entrusted"], line),
        item_code=row["item_code"],
        item_name=row["item_name"],
        announced_as=row["announced_as"],
        announced_on=_day(row["announced_on"], line),
        text=row["text"],
        valid_from=_day(row["valid_from"], line),
        valid_to=_day(row["valid_to"], line) if row["valid_to"] else None,
    )


def _department(uscc: str, line: int) -> Department:
    found = Department.objects.select_related("hall").filter(uscc=uscc).first()
    if found is None:
        raise UnreadableRow(f"第{line}行：没有统一社会信用代码是 {uscc} 的部门。")
    return found


def _day(text: str, line: int) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise UnreadableRow(f"第{line}行：日期 {text} 不是 YYYY-MM-DD。") from None

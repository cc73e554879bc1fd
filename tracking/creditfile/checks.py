"""Every fault of a row before it is sent (domain.md §5, rule e). Pure; a fault names column and reason, no value."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from hall.numbering.checks import id_card_is_valid, uscc_is_valid
from tracking.creditfile.columns import (
    CATEGORIES,
    COLUMNS,
    FOR_EVER,
    ID_CARD,
    NO_CODE,
    ORGANISATION,
    OTHER,
    PAPERS,
    PERSON,
    TRADER,
    Column,
    Row,
)

# What else is asked of one column.
Check = Callable[[Row], Iterator[str]]
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")


@dataclass(frozen=True, slots=True)
class Fault:
    column: str
    text: str


def faults(row: Row, today: date) -> list[Fault]:
    """All of them, in the order of the columns, then what shows between them."""
    found = [Fault(column.name, text) for column in COLUMNS for text in _of_column(row, column)]
    return [*found, *_between(row, today)]


def said(row: Row) -> str:
    """What two rows may not share (rule e): document, grantee and day."""
    return "|".join((row["XK_WSH"], row["XK_XDR_MC"], row["XK_JDRQ"]))


def _of_column(row: Row, column: Column) -> Iterator[str]:
    text = row.get(column.name, "")
    if not text:
        if _is_due(row, column):
            yield "缺少"
        return
    if len(text) > column.longest:
        yield f"超过 {column.longest} 个字"
    if _CONTROL.search(text):
        yield "含有控制字符"
    if column.is_day and _day(text) is None:
        yield "不是 YYYY/MM/DD 的日期"
    if column.name in _CHECKS:
        yield from _CHECKS[column.name](row)


def _is_due(row: Row, column: Column) -> bool:
    person = row.get("XK_XDR_LB") == PERSON
    return column.duty == "M" or column.duty == ("person" if person else "org")


def _kind(row: Row) -> Iterator[str]:
    if row["XK_XDR_LB"] not in (ORGANISATION, PERSON, TRADER):
        yield "不是规定的类别"


def _code(row: Row) -> Iterator[str]:
    code = row["XK_XDR_SHXYM"]
    if row.get("XK_XDR_LB") == PERSON:
        yield "自然人不填写"
    elif code == NO_CODE:
        if row.get("XK_XDR_LB") == TRADER and not row.get("XK_XDR_GSZC"):
            yield "没有代码的个体工商户须填写工商注册号"
    elif not uscc_is_valid(code):
        yield "校验位不正确"


def _organ(name: str) -> Check:
    def check(row: Row) -> Iterator[str]:
        if not uscc_is_valid(row[name]):
            yield "校验位不正确"

    return check


def _category(row: Row) -> Iterator[str]:
    yield from _listed(row["XK_XKLB"], CATEGORIES)


def _listed(text: str, known: Sequence[str]) -> Iterator[str]:
    named = text.startswith(OTHER) and text.removeprefix(OTHER).strip()
    if text not in known and not named:
        yield "不是规定的类别，其他的须写明"


def _paper(name: str) -> Check:
    def check(row: Row) -> Iterator[str]:
        yield from _listed(row[name], PAPERS)

    return check


def _standing(row: Row) -> Iterator[str]:
    if row["XK_ZT"] not in ("1", "2"):
        yield "只能是 1 或者 2"


_CHECKS: dict[str, Check] = {
    "XK_XDR_LB": _kind,
    "XK_XDR_SHXYM": _code,
    "XK_FR_ZJLX": _paper("XK_FR_ZJLX"),
    "XK_XDR_ZJLX": _paper("XK_XDR_ZJLX"),
    "XK_XKLB": _category,
    "XK_XKJGDM": _organ("XK_XKJGDM"),
    "XK_ZT": _standing,
    "XK_LYDWDM": _organ("XK_LYDWDM"),
}


def _between(row: Row, today: date) -> Iterator[Fault]:
    """What only shows between columns that are each right."""
    decided, first, last = (_day(row.get(name, "")) for name in ("XK_JDRQ", "XK_YXQZ", "XK_YXQZI"))
    if decided and decided > today:
        yield Fault("XK_JDRQ", "晚于今天")
    if first and last and last < first and row["XK_YXQZI"] != FOR_EVER:
        yield Fault("XK_YXQZI", "早于有效期自")
    number = row.get("XK_XDR_ZJHM", "")
    if number and row.get("XK_XDR_ZJLX") == ID_CARD and not id_card_is_valid(number, today):
        yield Fault("XK_XDR_ZJHM", "不是这种证件的号码")


def _day(text: str) -> date | None:
    try:
        return datetime.strptime(text, "%Y/%m/%d").date() if len(text) == 10 else None
    except ValueError:
        return None

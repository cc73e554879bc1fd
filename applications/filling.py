"""Reading what somebody filled in against the item's form: the one check that page, API and deed share.

Values come out in the shapes that are stored: numbers and money as decimal text, dates as ISO text, yes/no as bool,
repeated rows as a list of dicts. Problems are keyed by field, in a row as ``field.0.column``.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any

from django.utils.translation import gettext as _

from hall.catalogue.spec import FormField, ItemSpec
from hall.clock import today
from hall.numbering.checks import id_card_problem, uscc_problem

Problems = dict[str, list[str]]
MAX_ROWS = 200
MOST_DIGITS, MOST_DECIMALS = 14, 12


class Problem(Exception):
    """One value cannot be taken, with the words for the person who gave it."""


def fill(spec: ItemSpec, raw: Mapping[str, Any], *, whole: bool) -> tuple[dict[str, Any], Problems]:
    """Answers and problems. A draft may be half full (``whole`` false): only what was given is checked.

    Questions that are not asked because of other answers are dropped, so that no hidden answer stays in the file.
    """
    answers: dict[str, Any] = {}
    problems: Problems = {}
    for field in spec.fields:
        if field.asked(answers):
            value = _take(field, raw.get(field.key), field.key, problems, whole=whole)
            if value is not None:
                answers[field.key] = value
    return answers, problems


def _take(field: FormField, raw: Any, place: str, problems: Problems, *, whole: bool) -> Any:
    if _is_empty(raw):
        if whole and field.required:
            problems[place] = [_missing(field)]
        return None
    if field.type == "rows":
        return _rows(field, raw, place, problems, whole=whole)
    try:
        return READERS[field.type](field, raw)
    except Problem as problem:
        problems[place] = [str(problem)]
        # A draft keeps what was typed, right or wrong, so that nothing is lost.
        return None if whole else _storable(raw)


def _storable(raw: Any) -> Any:
    """PostgreSQL keeps no NUL in a text."""
    if isinstance(raw, str):
        return raw.replace("\x00", "")
    return [_storable(one) for one in raw] if isinstance(raw, list) else raw


def _is_empty(raw: Any) -> bool:
    return raw is None or (isinstance(raw, str) and not raw.strip()) or raw in ([], {})


def _missing(field: FormField) -> str:
    if field.type in ("choice", "choices", "yes_no"):
        return _("请选择。")
    return _("请至少填写一行。") if field.type == "rows" else _("请填写。")


def _rows(field: FormField, raw: Any, place: str, problems: Problems, *, whole: bool) -> Any:
    if not isinstance(raw, Sequence) or isinstance(raw, str) or not all(isinstance(row, Mapping) for row in raw):
        problems[place] = [_("请按行填写。")]
        return None
    filled = [row for row in raw if not all(_is_empty(value) for value in row.values())]
    if len(filled) > MAX_ROWS:
        problems[place] = [_("最多填写%(most)d行。") % {"most": MAX_ROWS}]
    rows = [_row(field, row, f"{place}.{number}", problems, whole=whole) for number, row in enumerate(filled)]
    if whole and field.required and not rows:
        problems[place] = [_missing(field)]
    return rows or None


def _row(field: FormField, raw: Mapping[str, Any], place: str, problems: Problems, *, whole: bool) -> dict[str, Any]:
    values = {
        column.key: _take(column, raw.get(column.key), f"{place}.{column.key}", problems, whole=whole)
        for column in field.columns
    }
    return {key: value for key, value in values.items() if value is not None}


def _text(field: FormField, raw: Any) -> str:
    text = str(raw).strip().replace("\r\n", "\n").replace("\x00", "")
    if len(text) > field.max_length:
        raise Problem(
            _("最多%(most)d个字，现在有%(now)d个字。") % {"most": field.max_length, "now": len(text)}
        )
    return text


def _decimal(raw: Any) -> Decimal:
    try:
        value = Decimal(str(raw).strip().replace(",", "").replace("，", ""))
    except InvalidOperation:
        raise Problem(_("请填写数字，例如 120。")) from None
    if not value.is_finite() or (value and value.adjusted() >= MOST_DIGITS):
        raise Problem(_("这个数字太大，请核对。"))
    # 1e-999999999 is a short text, and a gigabyte once its zeros are written out.
    if int(value.as_tuple().exponent) < -MOST_DECIMALS:
        raise Problem(_("小数位数太多，请核对。"))
    return value


def _within(field: FormField, value: Decimal) -> Decimal:
    if field.least is not None and value < field.least:
        raise Problem(_("不能小于 %(least)s。") % {"least": field.least})
    if field.most is not None and value > field.most:
        raise Problem(_("不能大于 %(most)s。") % {"most": field.most})
    return value


def _number(field: FormField, raw: Any) -> str:
    return format(_within(field, _decimal(raw)).normalize(), "f")


def _money(field: FormField, raw: Any) -> str:
    """Yuan with at most two decimals, as text, so that no float ever touches money."""
    value = _within(field, _decimal(raw))
    if value != value.quantize(Decimal("0.01")):
        raise Problem(_("金额以元为单位，最多两位小数。"))
    return format(value.quantize(Decimal("0.01")), "f")


def _date(field: FormField, raw: Any) -> str:
    text = str(raw).strip().replace("/", "-").replace(".", "-")
    match = re.fullmatch(r"(\d{4})-(\d{1,2})-(\d{1,2})", text)
    if not match:
        raise Problem(_("请按“年-月-日”填写，例如 2026-03-02。"))
    try:
        return date(*map(int, match.groups())).isoformat()
    except ValueError:
        raise Problem(_("没有 %(day)s 这一天，请核对日期。") % {"day": text}) from None


def _choice(field: FormField, raw: Any) -> str:
    if str(raw) not in {choice.value for choice in field.choices}:
        raise Problem(_("请从列出的选项中选择。"))
    return str(raw)


def _choices(field: FormField, raw: Any) -> list[str]:
    given = raw if isinstance(raw, list | tuple) else [raw]
    return list(dict.fromkeys(_choice(field, one) for one in given))


def _yes_no(field: FormField, raw: Any) -> bool:
    known = {"yes": True, "true": True, "no": False, "false": False}
    try:
        return known[str(raw).lower()]
    except KeyError:
        raise Problem(_("请选择“是”或“否”。")) from None


def _phone(field: FormField, raw: Any) -> str:
    text = re.sub(r"[\s-]", "", str(raw))
    if not re.fullmatch(r"1[3-9]\d{9}|0\d{9,11}", text):
        raise Problem(_("请填写11位手机号码，或带区号的固定电话。"))
    return text


def _id_card(field: FormField, raw: Any) -> str:
    text = str(raw).strip().upper()
    if problem := id_card_problem(text, today()):
        raise Problem(str(problem))
    return text


def _uscc(field: FormField, raw: Any) -> str:
    text = str(raw).strip().upper()
    if problem := uscc_problem(text):
        raise Problem(str(problem))
    return text


READERS: dict[str, Callable[[FormField, Any], Any]] = {
    "text": _text,
    "long_text": _text,
    "number": _number,
    "money": _money,
    "date": _date,
    "choice": _choice,
    "choices": _choices,
    "yes_no": _yes_no,
    "phone": _phone,
    "id_card": _id_card,
    "uscc": _uscc,
}

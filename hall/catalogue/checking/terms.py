"""Periods: 行政许可法 Art. 42–44 (limits), Art. 45 (what stops the clock)."""

from collections.abc import Iterator, Mapping
from typing import Any

from hall.catalogue.limits import LimitUnclear, limit_of, limits_by_level
from hall.catalogue.problems import Problem
from hall.catalogue.reading import is_two_level, spans_levels
from hall.catalogue.spec import STOPS_THE_CLOCK, Level, Limit, on_record

Content = Mapping[str, Any]
# domain.md §1.1 on Art. 45: neither a visit nor asking or showing the public takes time out of a limit.
NEVER_STOPS = ("现场踏勘", "现场勘验", "现场核查", "征求意见", "公示")


def problems(content: Content) -> Iterator[Problem]:
    limits = content.get("limits", {})
    for name in ("promise", "correction"):
        if name in limits and (reason := _unclear(limits[name])):
            yield Problem(f"limits.{name}", reason)
    if "lapse_basis" in limits and "correction" not in limits:
        yield Problem("limits.correction", "写明了补正不来办结的依据（lapse_basis），须同时写明补正期限")
    yield from _statutory(content)
    yield from _procedures(content)
    yield from _text_without_nul(content, "")


def _unclear(written: Any) -> str:
    try:
        limit_of(written)
    except LimitUnclear as unclear:
        return str(unclear)
    return ""


def _statutory(content: Content) -> Iterator[Problem]:
    limits = content.get("limits", {})
    if "statutory" not in limits:
        return
    try:
        statutory = limits_by_level(limits["statutory"], two_level=is_two_level(content))
        promise = limit_of(limits["promise"]) if "promise" in limits else None
    except LimitUnclear as unclear:
        if not _unclear(limits.get("promise", "即办")):
            yield Problem("limits.statutory", str(unclear))
        return
    if promise and (reason := _promise_too_long(promise, statutory, content)):
        yield Problem("limits.promise", reason)


def _promise_too_long(promise: Limit, statutory: Mapping[Level, Limit], content: Content) -> str:
    """The promise spans both levels of a two-level item; unlike units cannot be compared and are left alone."""
    legal = list(statutory.values()) if spans_levels(content) else [min(statutory.values(), key=_length)]
    if promise.days is None or any(one.days is None or one.unit != promise.unit for one in legal):
        return ""
    total = sum(one.days or 0 for one in legal)
    return f"承诺期限 {promise.days} 长于法定期限 {total}" if promise.days > total else ""


def _length(limit: Limit) -> int:
    return limit.days if limit.days is not None else 10_000


def _procedures(content: Content) -> Iterator[Problem]:
    """Art. 45 is a closed list: another kind stops the clock only by the law that is named for it."""
    for number, one in enumerate(content.get("special_procedures", ())):
        path = f"special_procedures[{number}]"
        if one.get("stops_clock") is False and one["kind"] in STOPS_THE_CLOCK:
            yield Problem(f"{path}.stops_clock", "这一种依法不计入期限（行政许可法第四十五条），不能写 false")
        if one.get("stops_clock") and one["kind"] == "other":
            yield from _own_kind(one, path)


def _own_kind(one: Content, path: str) -> Iterator[Problem]:
    if not on_record(one.get("basis")).strip():
        yield Problem(f"{path}.basis", "不属于第四十五条所列八种的，须写明不计入期限的法律、行政法规依据")
    name = on_record(one["name"])
    if any(word in name for word in NEVER_STOPS):
        yield Problem(f"{path}.stops_clock", f"“{name}”不停止计算期限")


def _text_without_nul(value: Any, path: str) -> Iterator[Problem]:
    """PostgreSQL keeps no NUL and no half of a surrogate pair."""
    if isinstance(value, str):
        if "\0" in value or any("\ud800" <= letter <= "\udfff" for letter in value):
            yield Problem(path, "含有不能保存的控制字符")
    elif isinstance(value, Mapping):
        for name, part in value.items():
            yield from _text_without_nul(part, f"{path}.{name}".removeprefix("."))
    elif isinstance(value, list):
        for number, part in enumerate(value):
            yield from _text_without_nul(part, f"{path}[{number}]")

"""Periods of an item file: read exactly or refused with the reason, never guessed (行政许可法 Art. 42, 43, 82).

Written as a mapping ``{days, unit, extension_days}``, one mapping for each level ``{district: …, city: …}``,
``{note: …}`` where no number can be given, or one of the plain texts below.
"""

import re
import unicodedata
from collections.abc import Mapping
from typing import Any

from hall.catalogue.spec import Level, Limit, Unit

LEVELS: tuple[Level, ...] = ("district", "city")
UNIT_WORDS: dict[str, Unit] = {"工作日": "working", "自然日": "natural", "日历日": "natural", "月": "month"}
AT_ONCE = {"即办", "当场", "即时", "当场办结", "即时办结"}
FORMS = "“20个工作日”“30个自然日”“3个月”“即办”“20+20个工作日”(两级办理)或 {days: 20, unit: working}"

_UNIT = r"\s*个?\s*(工作日|自然日|日历日|月)"
_PLAIN = re.compile(rf"(\d{{1,4}}){_UNIT}")
_EXTENDED = re.compile(rf"(\d{{1,4}}){_UNIT}[,(;].{{0,20}}?可以?延长(\d{{1,4}}){_UNIT}\)?")
_PAIR = re.compile(rf"(\d{{1,4}})\s*(?:个?\s*(?:工作日|自然日|日历日|月))?\s*\+\s*(\d{{1,4}}){_UNIT}")


class LimitUnclear(ValueError):
    """A period that has more than one meaning, or none; the message says what to write instead."""


def limit_of(written: Any) -> Limit:
    """One period. Raises LimitUnclear."""
    if isinstance(written, Mapping):
        return _from_mapping(written)
    if not isinstance(written, str) or not written.strip():
        raise LimitUnclear(f"期限没有写明单位，请写成{FORMS}")
    return _from_text(unicodedata.normalize("NFKC", written).strip())


def limits_by_level(written: Any, *, two_level: bool) -> dict[Level, Limit]:
    """The period of each level; ``A+B`` is one period for each of two levels and nothing else."""
    if isinstance(written, Mapping) and set(written) & set(LEVELS):
        return {level: limit_of(written[level]) for level in LEVELS if level in written}
    pair = _PAIR.fullmatch(unicodedata.normalize("NFKC", written).strip()) if isinstance(written, str) else None
    if pair is None:
        limit = limit_of(written)
        return dict.fromkeys(LEVELS, limit)
    if not two_level:
        raise LimitUnclear(
            f"“{written}”在一级办理的事项中含义不明：如指可以延长，请写成 "
            f"{{days: {pair[1]}, extension_days: {pair[2]}}}；如指两级各自的期限，请先写出两级的环节"
        )
    return {
        "district": Limit(_positive(pair[1]), UNIT_WORDS[pair[3]]),
        "city": Limit(_positive(pair[2]), UNIT_WORDS[pair[3]]),
    }


def _from_mapping(written: Mapping[str, Any]) -> Limit:
    strange = set(written) - {"days", "unit", "extension_days", "note"}
    if strange:
        raise LimitUnclear(f"期限中有不认识的项：{'、'.join(sorted(map(str, strange)))}")
    if "days" not in written:
        if not written.get("note"):
            raise LimitUnclear("期限既没有 days，也没有 note 说明")
        return Limit(None, note=written["note"])
    unit = written.get("unit", "working")
    if unit not in UNIT_WORDS.values():
        raise LimitUnclear(f"期限单位“{unit}”应为 working（工作日）、natural（自然日）或 month（月）")
    days, extension = written["days"], written.get("extension_days", 0)
    if not all(isinstance(n, int) and not isinstance(n, bool) and 0 <= n <= 3650 for n in (days, extension)):
        raise LimitUnclear("days 与 extension_days 应为 0 至 3650 的整数")
    return Limit(days, unit, extension, written.get("note", ""))


def _from_text(text: str) -> Limit:
    if text in AT_ONCE:
        return Limit(0)
    if plain := _PLAIN.fullmatch(text):
        return Limit(_positive(plain[1]), UNIT_WORDS[plain[2]])
    extended = _EXTENDED.fullmatch(text)
    if extended and extended[2] == extended[4]:
        return Limit(_positive(extended[1]), UNIT_WORDS[extended[2]], _positive(extended[3]))
    if re.fullmatch(r"\d+\s*[日天]", text):
        number = text[:-1].strip()
        raise LimitUnclear(f"“{text}”没有说明是工作日还是自然日，请写成“{number}个工作日”或“{number}个自然日”")
    if "+" in text:
        raise LimitUnclear(
            f"“{text}”读不出唯一的含义：两级各自的期限请写“20+20个工作日”，"
            "可以延长的请写 {days: 20, extension_days: 10}"
        )
    raise LimitUnclear(f"读不懂期限“{text}”，请写成{FORMS}")


def _positive(digits: str) -> int:
    if int(digits) == 0:
        raise LimitUnclear("期限不能为 0，当场办结请写“即办”")
    return int(digits)

"""Tables of sample items written from knowledge: each row becomes the content of a draft, never law, marked 演示.

What a row does not say clearly (a period in 日, a fee without its law) is left out and so shows up as missing.
"""

import csv
import re
from collections.abc import Iterator
from io import StringIO
from typing import Any

from hall.catalogue.limits import LimitUnclear, limit_of, limits_by_level
from hall.catalogue.problems import Problem, Unreadable
from hall.catalogue.sources.sample_themes import topics_of
from hall.organisations.kinds import canonical_kind

COLUMNS = {
    "id", "item_name", "dept_type", "level", "decision_flow", "legal_basis", "statutory_limit", "statutory_limit_unit",
    "typical_promised_limit_workdays", "materials", "fee", "licence_validity", "service_object",
    "special_procedures", "similar_real_item_guangan",
}  # fmt: skip
SOURCE_NOTE = "演示样例：由通用知识整理，仅供展示，不是现行规定"
Row = dict[str, str]


def read_samples(text: str, file: str) -> Iterator[tuple[str, dict[str, Any]]]:
    """Each row's name and content. Raises Unreadable when this is not such a table."""
    table = csv.DictReader(StringIO(text))
    if lacking := sorted(COLUMNS - set(table.fieldnames or ())):
        raise Unreadable([Problem("", f"不是事项样例表，缺少列：{'、'.join(lacking)}", file)])
    for row in table:
        if not re.fullmatch(r"K\d{3}", row["id"]):
            raise Unreadable([Problem("id", f"样例编号应为 K 加三位数字，现在是 {row['id']}", file)])
        yield row["id"], content_of(row)


def code_of(row_id: str) -> str:
    """A code that we made up: Chongqing, licence, a serial that begins with 9."""
    return f"500190{row_id[1:]}001"


def content_of(row: Row) -> dict[str, Any]:
    kind = canonical_kind(row["dept_type"])
    applicants = _applicants(row["service_object"])
    content: dict[str, Any] = {
        "schema": 1,
        "code": code_of(row["id"]),
        "local_code": True,
        "name": row["item_name"],
        "demo": True,
        "origin": f"{SOURCE_NOTE}（样例编号 {row['id']}）",
        "task_type": "01",
        "applicants": applicants,
        "topics": topics_of(kind, applicants),
        "online_allowed": False,
        "offered_by": _offers(row["level"], kind),
        "basis": _parts(row["legal_basis"]),
        "limits": _limits(row),
        "materials": [
            {"key": f"material_{number}", "name": name} for number, name in enumerate(_parts(row["materials"]), start=1)
        ],
        "flow": row["decision_flow"],
        "special_procedures": [_procedure(name) for name in _parts(row["special_procedures"])],
        "fees": _fees(row["fee"]),
        "result": _result(row),
    }
    return {name: value for name, value in content.items() if value not in ([], {}, "")}


def _parts(text: str) -> list[str]:
    return [part.strip() for part in text.split(";") if part.strip()]


def _applicants(text: str) -> list[str]:
    found = {"person" if one in {"自然人", "个体工商户"} else "organisation" for one in _parts(text)}
    return sorted(found)


def _offers(level: str, kind: str) -> list[dict[str, Any]]:
    """A two-level item is filed in the district; a town is served by the town department of its division."""
    district = {"level": "district", "department": kind, "divisions": "all"}
    city = {"level": "city", "department": kind}
    if level == "town":
        return [{**district, "use_level": "5"}]
    return {"both": [district, city], "city": [city]}.get(level, [district])


def _limits(row: Row) -> dict[str, Any]:
    return {
        **_statutory(row["statutory_limit"], row["statutory_limit_unit"], row["level"]),
        **_promise(row["typical_promised_limit_workdays"]),
    }


def _statutory(number: str, unit: str, level: str) -> dict[str, Any]:
    written = f"{number}个{unit}" if unit in {"工作日", "月"} else f"{number}{unit}"
    try:
        by_level = limits_by_level(written, two_level=level == "two_level")
    except LimitUnclear:
        return {"statutory": {"note": f"{number}{'' if '日' in number else unit}（样例没有写清单位或算法，待核实）"}}
    if level != "two_level":
        return {"statutory": written}
    return {"statutory": {side: {"days": one.days, "unit": one.unit} for side, one in by_level.items()}}


def _promise(text: str) -> dict[str, Any]:
    if not text:
        return {}
    written = f"{text}个工作日" if text.isdigit() else text
    try:
        limit_of(written)
    except LimitUnclear:
        return {"promise": {"note": text}}
    return {"promise": written}


def _procedure(name: str) -> dict[str, Any]:
    kinds = {"听证": "hearing", "招": "tender", "拍卖": "auction", "检验": "inspection", "检测": "testing"}
    kinds |= {"检疫": "quarantine", "鉴定": "appraisal", "专家评审": "expert_review"}
    return {"name": name, "kind": next((kind for word, kind in kinds.items() if word in name), "other")}


def _fees(text: str) -> dict[str, Any]:
    """A fee needs its law (Art. 58), which the table does not give: say so and charge nothing."""
    if text == "否":
        return {"charged": False}
    return {"charged": False, "note": f"样例记载：{text}；收费依据和标准待补"}


def _result(row: Row) -> dict[str, Any]:
    years = re.fullmatch(r"(\d{1,2})年", row["licence_validity"])
    validity = {"validity": row["licence_validity"]} if row["licence_validity"] else {}
    return {"kind": "approval", "name": f"{row['item_name']}决定", **validity} | (
        {"valid_years": int(years[1])} if years else {}
    )

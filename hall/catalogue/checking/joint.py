"""Joint handling (行政许可法 Art. 26): which departments join, what each needs, and that it fits into the promise."""

from collections.abc import Iterator, Mapping
from typing import Any

from hall.catalogue.checking.offers import department_problem
from hall.catalogue.limits import LimitUnclear, limit_of
from hall.catalogue.problems import Problem
from hall.organisations.kinds import canonical_kind, department_kinds

Written = Mapping[str, Any]


def problems(content: Written) -> Iterator[Problem]:
    mode, parts = content.get("handling_mode", "single"), content.get("joint", [])
    if mode == "joint" and not parts:
        yield Problem("joint", "联合办理（joint）须列出联办部门")
    if mode in ("single", "central") and parts:
        yield Problem("handling_mode", "列出了联办部门，应为 joint（联合办理）或 unified（统一办理）")
    names: set[str] = set()
    for number, part in enumerate(parts):
        path = f"joint[{number}]"
        if part["name"] in names:
            yield Problem(f"{path}.name", f"代号“{part['name']}”重复")
        names.add(part["name"])
        yield from _department(part, path, content)
        yield from _needs(part, path, content)
        yield from _days(part, path, content)


def _department(part: Written, path: str, content: Written) -> Iterator[Problem]:
    """One that exists at its level, and not the lead itself."""
    if reason := department_problem(part["department"]):
        yield Problem(f"{path}.department", reason)
        return
    kind = canonical_kind(part["department"])
    known = next(one for one in department_kinds() if one.kind == kind)
    if not (known.city_name if part["level"] == "city" else known.district_name):
        yield Problem(f"{path}.level", f"这一级没有“{kind}”部门")
    offers = content.get("offered_by", ())
    if any(one["level"] == part["level"] and canonical_kind(one["department"]) == kind for one in offers):
        yield Problem(f"{path}.department", "牵头部门不必再列为联办部门")


def _needs(part: Written, path: str, content: Written) -> Iterator[Problem]:
    sections = content.get("form", {}).get("sections", ())
    fields = {field["key"] for section in sections for field in section["fields"]}
    materials = {one["key"] for one in content.get("materials", ())}
    for place, known in (("fields", fields), ("materials", materials)):
        for key in part.get(place, ()):
            if key not in known:
                yield Problem(f"{path}.{place}", f"没有代号为“{key}”的{'字段' if place == 'fields' else '材料'}")


def _days(part: Written, path: str, content: Written) -> Iterator[Problem]:
    try:
        promise = limit_of(content.get("limits", {}).get("promise"))
    except LimitUnclear:
        return
    if promise.unit == "working" and promise.days is not None and part["days"] > promise.days:
        yield Problem(f"{path}.days", f"联办部门的 {part['days']} 个工作日长于承诺期限 {promise.days} 个工作日")

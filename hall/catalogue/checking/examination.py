"""Inspection and check-list: each point once, a technical inspection with its standard (行政许可法 Art. 55)."""

from collections.abc import Iterator, Mapping
from typing import Any

from hall.catalogue.problems import Problem
from hall.catalogue.reading import is_two_level


def problems(content: Mapping[str, Any]) -> Iterator[Problem]:
    seen: set[str] = set()
    for number, point in enumerate(content.get("checklist", ())):
        if point["key"] in seen:
            yield Problem(f"checklist[{number}].key", f"代号“{point['key']}”重复")
        seen.add(point["key"])
    inspection = content.get("inspection", {})
    if inspection.get("kind") == "technical" and "standard" not in inspection:
        yield Problem("inspection.standard", "检验、检测、检疫的事项须写明技术标准（行政许可法第五十五条）")
    if "level" in inspection and not is_two_level(content):
        yield Problem("inspection.level", "只有先由区县审查的两级事项才写由哪一级核查")

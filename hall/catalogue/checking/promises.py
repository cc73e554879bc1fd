"""Promises instead of proofs and materials that follow later (国办发〔2020〕42号; domain.md §1.5).

Where a wrong promise would do harm that cannot be mended, none is allowed: safety, secrecy and the excluded fields.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from hall.catalogue.problems import Problem
from hall.catalogue.reading import is_two_level

Content = Mapping[str, Any]


def problems(content: Content) -> Iterator[Problem]:
    excluded = _excluded(content)
    for number, one in enumerate(content.get("materials", ())):
        path = f"materials[{number}]"
        if "commitment" in one and excluded:
            yield Problem(f"{path}.commitment", f"本事项{excluded}，不适用告知承诺")
        if one.get("necessity") == "tolerated" and is_two_level(content):
            yield Problem(f"{path}.necessity", "两级办理的事项须把全部材料报送上级（第三十五条），不能容缺后补")
        if one.get("necessity") == "tolerated" and "tolerance" not in one:
            yield Problem(f"{path}.tolerance", "容缺后补（tolerated）的材料须写明补交期限和逾期的后果")
        if "tolerance" in one and one.get("necessity") != "tolerated":
            yield Problem(f"{path}.necessity", "写了 tolerance 的材料，必要性应为 tolerated（容缺后补）")


def _excluded(content: Content) -> str:
    """Why no promise may stand in for a proof in this item; empty where it may."""
    if content.get("safety_related"):
        return "直接关系公共安全、人身健康、生命财产安全（safety_related）"
    if content.get("secrecy"):
        return "涉及国家秘密（secrecy）"
    return "属于排除的领域（excluded_fields）" if content.get("excluded_fields") else ""

"""Automatic decisions: only where published rules alone can settle a case, with nobody else's view to be heard.

行政许可法 Art. 34, 36, 46, 53, 57: what is examined in substance, heard, bid for or counted needs a person.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from hall.catalogue.checking.questions import placed
from hall.catalogue.checking.reads import problems_of_condition
from hall.catalogue.problems import Problem
from hall.catalogue.reading import is_two_level

Content = Mapping[str, Any]
# How a material stands in a filed case: its file is there, a promise or a later day took its place, or nothing.
STANDINGS = ("file", "promise", "later", "none")


def problems(content: Content) -> Iterator[Problem]:
    written = content.get("automatic")
    if written is None:
        return
    if reason := _needs_a_person(content):
        yield Problem("automatic", f"{reason}的事项须由工作人员决定，不能自动审批")
    known, which = readable(content), "申请表、材料（material.代号）和层级（level）的"
    names: set[str] = set()
    for number, rule in enumerate(written["rules"]):
        path = f"automatic.rules[{number}]"
        if rule["name"] in names:
            yield Problem(f"{path}.name", f"规则代号“{rule['name']}”重复")
        names.add(rule["name"])
        yield from problems_of_condition(rule["when"], f"{path}.when", known, which)


def _needs_a_person(content: Content) -> str:
    reasons = {
        "两级办理": is_two_level(content),
        "联合办理": content.get("joint"),
        "涉及国家秘密": content.get("secrecy"),
        "直接关系公共安全、人身健康、生命财产安全": content.get("safety_related"),
        "应当听证": content.get("hearing_required"),
        "须经实地核查或者技术检验": _is_inspected(content),
        "有数量限制或者须经招标、拍卖、考试": content.get("allocation", "ordinary") != "ordinary",
        "有特别程序": content.get("special_procedures"),
    }
    return next((words for words, holds in reasons.items() if holds), "")


def _is_inspected(content: Content) -> bool:
    return bool(content.get("technical_inspection") or content.get("inspection", {}).get("required"))


def readable(content: Content) -> list[Mapping[str, Any]]:
    """What a rule may read, in the shape of questions."""
    standings = {"type": "choice", "choices": [{"value": one} for one in STANDINGS]}
    return [
        *(field for _, field in placed(content)),
        {"key": "level", "type": "choice", "choices": [{"value": "district"}, {"value": "city"}]},
        *({"key": f"material.{one['key']}", **standings} for one in content.get("materials", ())),
    ]

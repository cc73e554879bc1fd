"""Contents of service items: the smallest that is complete, to be changed in the one place that a test is about."""

from copy import deepcopy
from typing import Any

DEPARTMENT = "卫生健康"


def step(name: str, kind: str, next_: str = "", **changes: Any) -> dict[str, Any]:
    written = {"name": name, "title": name, "kind": kind, "level": "district", "department": DEPARTMENT, "days": 1}
    return {**written, **({"next": next_} if next_ else {}), **changes}


STEPS = [
    step("intake", "intake", "review"),
    step("review", "review", "decide"),
    step("decide", "decide", "deliver"),
    step("deliver", "deliver"),
]
TWO_LEVEL_STEPS = [
    step("intake", "intake", "review"),
    step("review", "review", "report_up"),
    step("report_up", "report_up", "decide"),
    step("decide", "decide", "deliver", level="city"),
    step("deliver", "deliver", level="city"),
]
COMPLETE: dict[str, Any] = {
    "schema": 1,
    "code": "500190901001",
    "local_code": True,
    "name": "演示事项",
    "demo": True,
    "applicants": ["person"],
    "topics": ["医疗卫生"],
    "online_allowed": True,
    "offered_by": [{"level": "district", "department": DEPARTMENT, "divisions": "all"}],
    "basis": ["《演示条例》第一条"],
    "conditions": ["有固定场所"],
    "quantity": "无数量限制",
    "limits": {"statutory": "20个工作日", "promise": "10个工作日"},
    "form": {"sections": [{"title": "基本情况", "fields": [{"key": "place", "label": "场所", "type": "text"}]}]},
    "application_sample": "示范文本",
    "materials": [{"key": "identity", "name": "身份证明"}],
    "steps": STEPS,
    "fees": {"charged": False},
    "result": {"kind": "certificate", "name": "演示许可证"},
}


def item(**changes: Any) -> dict[str, Any]:
    """A complete content with other values under some names; ``None`` takes a name away."""
    content = {**deepcopy(COMPLETE), **changes}
    return {name: value for name, value in content.items() if value is not None}


def two_level_item(**changes: Any) -> dict[str, Any]:
    """A lower agency examines and an upper one decides (Art. 35)."""
    limits = {"statutory": "20+20个工作日", "promise": "15个工作日"}
    return item(**{"steps": deepcopy(TWO_LEVEL_STEPS), "limits": limits, **changes})


def with_fields(*fields: dict[str, Any], **changes: Any) -> dict[str, Any]:
    """A complete content that asks these questions."""
    return item(form={"sections": [{"title": "基本情况", "fields": list(fields)}]}, **changes)

"""Who gets what not everybody can have (行政许可法 Art. 53, 54, 57): the parts must agree with each other."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from hall.catalogue.problems import Problem
from hall.catalogue.spec import on_record

# Art. 54: neither training before the exam may be made a duty nor books for it be prescribed.
TRAINING = ("培训", "指定教材", "助考")
_DENIED = re.compile(r"(不|无须|无需|没有)[^，。；,.;]*?(培训|指定教材|助考)")
NO_LIMIT = ("无数量限制", "没有数量限制", "不限数量")


def problems(content: Mapping[str, Any]) -> Iterator[Problem]:
    if "exam" in content and content.get("allocation") != "exam":
        yield Problem("exam", "只有 allocation: exam 的事项公布考试（考核）内容")
    if content.get("allocation") == "exam":
        yield from _training(content)
    said = content.get("quantity", "")
    words = said.get("zh", "") if isinstance(said, Mapping) else said
    if "quota" in content and any(one in words for one in NO_LIMIT):
        yield Problem("quantity", "写了 quota，就不能写没有数量限制")
    scarce = "quota" in content or content.get("allocation", "ordinary") != "ordinary"
    if scarce and "automatic" in content:
        yield Problem("automatic", "有数量限制或者按招拍、考试结果决定的事项，由工作人员依次决定，不能自动审批")


def _training(content: Mapping[str, Any]) -> Iterator[Problem]:
    """An exam is open to whoever meets its conditions: no proof of training, no prescribed books (Art. 54)."""
    told = {"exam.conditions": content.get("exam", {}).get("conditions", "")}
    told |= {f"conditions[{number}]": one for number, one in enumerate(content.get("conditions", ()))}
    for number, one in enumerate(content.get("materials", ())):
        told |= {f"materials[{number}].{name}": one.get(name, "") for name in ("name", "standard")}
    for path, text in told.items():
        if any(word in _DENIED.sub("", on_record(text)) for word in TRAINING):
            yield Problem(path, "不得组织强制性的考前培训，不得指定教材或者其他助考材料（行政许可法第五十四条）")

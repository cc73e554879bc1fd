"""Who gets what not everybody can have (行政许可法 Art. 53, 54, 57): the parts must agree with each other."""

from collections.abc import Iterator, Mapping
from typing import Any

from hall.catalogue.problems import Problem

NO_LIMIT = ("无数量限制", "没有数量限制", "不限数量")


def problems(content: Mapping[str, Any]) -> Iterator[Problem]:
    if "exam" in content and content.get("allocation") != "exam":
        yield Problem("exam", "只有 allocation: exam 的事项公布考试（考核）内容")
    said = content.get("quantity", "")
    words = said.get("zh", "") if isinstance(said, Mapping) else said
    if "quota" in content and any(one in words for one in NO_LIMIT):
        yield Problem("quantity", "写了 quota，就不能写没有数量限制")
    scarce = "quota" in content or content.get("allocation", "ordinary") != "ordinary"
    if scarce and "automatic" in content:
        yield Problem("automatic", "有数量限制或者按招拍、考试结果决定的事项，由工作人员依次决定，不能自动审批")

"""What a grant gives is one of the four kinds of certificate of 行政许可法 Art. 39, and says the same throughout."""

from collections.abc import Iterator, Mapping
from typing import Any

from hall.catalogue.problems import Problem


def problems(content: Mapping[str, Any]) -> Iterator[Problem]:
    result = content.get("result", {})
    told = result.get("certificate_kind")
    if told is None:
        return
    if (result["kind"] == "approval") != (told == "approval_document"):
        yield Problem("result.certificate_kind", "批文（kind: approval）应为 approval_document，证照不能是")
    if content.get("allocation") == "exam" and told == "licence":
        yield Problem("result.certificate_kind", "按考试、考核结果赋予资格的，应为 qualification（资格证、资质证）")

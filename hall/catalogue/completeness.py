"""What a version lacks before it may be published: the eight things of 行政许可法 Art. 30, and what filing needs."""

from collections.abc import Mapping
from typing import Any

from hall.catalogue.limits import LimitUnclear, limit_of, limits_by_level
from hall.catalogue.reading import is_two_level

Content = Mapping[str, Any]
EXAM_PARTS = {"conditions": "报名条件", "method": "报考办法", "subjects": "考试科目", "syllabus": "考试大纲"}


def missing(content: Content) -> list[str]:
    """In the order of the article, in words for the writer; empty when it may be published."""
    owed = {
        "事项：没有写明由哪一级哪个部门实施（offered_by）": content.get("offered_by"),
        "依据：没有设定依据（basis）": content.get("basis"),
        "条件：没有许可条件（conditions）": content.get("conditions"),
        "数量：没有说明数量限制，没有限制也要写明（quantity）": content.get("quantity"),
        "程序：没有办理环节（steps）": content.get("steps"),
        **_periods(content),
        **_exam(content),
        **_fees(content),
        **_permissions(content),
        "全部材料目录：没有申请材料（materials）": content.get("materials"),
        "申请书示范文本：没有示范文本（application_sample）": content.get("application_sample"),
        "服务对象：没有写明谁可以申请（applicants）": content.get("applicants"),
        "办理结果：没有结果（result）": content.get("result"),
    }
    if content.get("online_allowed"):
        owed["申请表：可以网上申办，但没有申请表（form）"] = content.get("form")
    return [words for words, given in owed.items() if not given]


def _periods(content: Content) -> dict[str, bool]:
    limits = content.get("limits", {})
    return {
        "期限：没有可以计算的法定期限（limits.statutory）": _statutory_counts(content),
        "期限：没有可以计算的承诺期限（limits.promise）": _counts(limits.get("promise")),
    }


def _exam(content: Content) -> dict[str, Any]:
    """Art. 54: conditions of registration, method, subjects and syllabus are published beforehand."""
    if content.get("allocation") != "exam":
        return {}
    told = content.get("exam", {})
    return {f"考试：没有公布{title}（exam.{name}）": told.get(name) for name, title in EXAM_PARTS.items()}


def _fees(content: Content) -> dict[str, Any]:
    """Art. 59: charged by the published standard, so that each row has an amount from which an order can be made."""
    rows = content.get("fees", {}).get("items", ())
    return {f"收费：没有可以计算的金额（fees.items[{n}].amount）": "amount" in one for n, one in enumerate(rows)}


def _permissions(content: Content) -> dict[str, Any]:
    """Art. 29: only a law keeps agents away. Art. 9: only a law lets a licence be transferred."""
    owed: dict[str, Any] = {}
    if content.get("agent_allowed") is False:
        owed["代理：不能委托代理的，没有写依据（in_person_basis）"] = content.get("in_person_basis")
    if content.get("transferable"):
        owed["转让：可以转让的，没有写依据（transfer_basis）"] = content.get("transfer_basis")
    return owed


def _counts(written: Any) -> bool:
    try:
        return limit_of(written).days is not None
    except LimitUnclear:
        return False


def _statutory_counts(content: Content) -> bool:
    written = content.get("limits", {}).get("statutory")
    try:
        by_level = limits_by_level(written, two_level=is_two_level(content))
    except LimitUnclear:
        return False
    levels = {one["level"] for one in content.get("offered_by", ())} | ({"city"} if is_two_level(content) else set())
    return all(level in by_level and by_level[level].days is not None for level in levels)

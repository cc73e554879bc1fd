"""Who offers the item under which code, and what may never be offered online (保守国家秘密法)."""

from collections.abc import Iterator, Mapping
from typing import Any

from hall.catalogue.problems import Problem
from hall.catalogue.reading import is_two_level
from hall.catalogue.topics import known_topics
from hall.organisations.kinds import canonical_kind, department_kinds

LOCAL_FIRST_DIGIT = "9"


def problems(content: Mapping[str, Any]) -> Iterator[Problem]:
    yield from _code(content)
    yield from _secrecy(content)
    yield from _days(content)
    for number, topic in enumerate(content.get("topics", ())):
        if topic not in known_topics():
            yield Problem(f"topics[{number}]", f"没有“{topic}”这个主题，可用的见 docs/items.md")
    for number, offer in enumerate(content.get("offered_by", ())):
        yield from _offer(offer, f"offered_by[{number}]")
    yield from _one_side(content)


def department_problem(word: str) -> str:
    """Why no department answers to this word; empty when one does."""
    known = {one.kind for one in department_kinds()}
    return "" if canonical_kind(word) in known else f"没有“{word}”这类部门，可用的见 docs/items.md"


def _code(content: Mapping[str, Any]) -> Iterator[Problem]:
    code, task_type = content["code"], content.get("task_type", "01")
    if code[2:4] != task_type:
        yield Problem("code", f"第3至4位应为事项类型 {task_type}，现在是 {code[2:4]}")
    if content.get("local_code", False) != (code[4] == LOCAL_FIRST_DIGIT):
        yield Problem("local_code", "自编编码的第5位为 9，并写 local_code: true；国家编码不写")


def _secrecy(content: Mapping[str, Any]) -> Iterator[Problem]:
    if content.get("secrecy") and content.get("online_allowed"):
        yield Problem("online_allowed", "涉及国家秘密的事项不得网上申办，应为 false")


def _days(content: Mapping[str, Any]) -> Iterator[Problem]:
    first, last = content.get("effective_from"), content.get("effective_to")
    if first and last and last < first:
        yield Problem("effective_to", f"失效日期 {last} 早于生效日期 {first}")


def _offer(offer: Mapping[str, Any], path: str) -> Iterator[Problem]:
    if reason := department_problem(offer["department"]):
        yield Problem(f"{path}.department", reason)
    if offer["level"] == "city" and offer.get("divisions", "all") != "all":
        yield Problem(f"{path}.divisions", "市级部门实施的事项不分区县，请删去")


def _one_side(content: Mapping[str, Any]) -> Iterator[Problem]:
    """One department for a level; a two-level item is filed below only (Art. 35)."""
    levels = [offer["level"] for offer in content.get("offered_by", ())]
    if len(levels) != len(set(levels)):
        yield Problem("offered_by", "同一层级只能有一类部门实施")
    if is_two_level(content) and "city" in levels:
        yield Problem("offered_by", "先由区县审查的两级事项只在区县受理，请只写 district（市级在环节中写明）")

"""The decision's template: every placeholder can be filled, and nothing personal gets onto a paper that is published.

行政许可法 Art. 38 (denials give reasons), Art. 40 (decisions are published); 个人信息保护法 Art. 28.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from hall.catalogue.placeholders import placeholders
from hall.catalogue.problems import Problem

Written = Mapping[str, Any]


def problems(content: Written) -> Iterator[Problem]:
    decision = content.get("decision", {})
    fields = {one["key"]: one for section in content.get("form", {}).get("sections", ()) for one in section["fields"]}
    for name in ("grant", "deny"):
        for text in _versions(decision.get(name, "")):
            yield from _of_text(text, f"decision.{name}", fields)
    known: set[str] = set()
    for number, ground in enumerate(decision.get("grounds", ())):
        if ground["key"] in known:
            yield Problem(f"decision.grounds[{number}].key", f"代号“{ground['key']}”重复")
        known.add(ground["key"])


def _versions(text: Any) -> list[str]:
    return [str(one) for one in text.values()] if isinstance(text, Mapping) else [str(text)]


def _of_text(text: str, path: str, fields: Mapping[str, Written]) -> Iterator[Problem]:
    found = placeholders(text)
    if found is None:
        yield Problem(path, "花括号不成对")
        return
    for name in found:
        key = name.removeprefix("answers.")
        if name in ("applicant", "item"):
            continue
        if key == name:
            yield Problem(path, f"不认识的占位“{{{name}}}”，可以用 {{applicant}}、{{item}}、{{answers.字段}}")
        elif key not in fields:
            yield Problem(path, f"申请表中没有字段“{key}”")
        elif fields[key].get("personal"):
            yield Problem(path, f"“{key}”是个人信息，决定书要公开，不能写入")

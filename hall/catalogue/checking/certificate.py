"""What stands on the certificate: answers that exist, that fit on one line, and that anybody may read on the wall."""

from collections.abc import Iterator, Mapping
from typing import Any

from hall.catalogue.problems import Problem

# One sheet holds so many lines beside holder, scope and validity.
MOST = 8


def problems(content: Mapping[str, Any]) -> Iterator[Problem]:
    result = content.get("result", {})
    shows = result.get("shows", ())
    if shows and result["kind"] != "certificate":
        yield Problem("result.shows", "只有许可证件（kind 为 certificate）才有证面")
    if len(shows) > MOST:
        yield Problem("result.shows", f"证面最多载明 {MOST} 个字段")
    fields = {one["key"]: one for section in content.get("form", {}).get("sections", ()) for one in section["fields"]}
    ends_by = result.get("ends_by")
    if ends_by and (fields.get(ends_by, {}).get("type") not in ("date", "number") or fields[ends_by].get("personal")):
        yield Problem("result.ends_by", f"申请表中没有不属于个人信息的日期或者数字字段“{ends_by}”")
    begins_by = result.get("begins_by")
    if begins_by and (fields.get(begins_by, {}).get("type") != "date" or fields[begins_by].get("personal")):
        yield Problem("result.begins_by", f"申请表中没有不属于个人信息的日期字段“{begins_by}”")
    for number, key in enumerate(shows):
        if reason := _unfit(key, fields, shows[:number]):
            yield Problem(f"result.shows[{number}]", reason)


def _unfit(key: str, fields: Mapping[str, Mapping[str, Any]], before: list[str]) -> str:
    if key not in fields:
        return f"申请表中没有字段“{key}”"
    if key in before:
        return f"字段“{key}”重复"
    if fields[key].get("personal"):
        return f"“{key}”是个人信息，不能载明在证面上"
    return f"“{key}”有多行，证面上每个字段只能有一行" if fields[key]["type"] == "rows" else ""

"""The form: keys that are unique, types that have what they need, conditions that read what was asked before."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from hall.catalogue.checking.reads import problems_of_condition
from hall.catalogue.problems import Problem

Question = Mapping[str, Any]
Placed = tuple[str, Question]
WITH_CHOICES = {"choice", "choices"}
ALWAYS_PERSONAL = {"id_card": "身份证号码", "phone": "手机号码"}
BOUNDED = {"number", "money", "rows"}
WORDY = {"text", "long_text"}


def placed(content: Question) -> list[Placed]:
    """Every field of the form with its place, in the order in which it is asked."""
    return [
        (f"form.sections[{s}].fields[{f}]", field)
        for s, section in enumerate(content.get("form", {}).get("sections", ()))
        for f, field in enumerate(section["fields"])
    ]


def problems(content: Question) -> Iterator[Problem]:
    fields = placed(content)
    yield from _once(fields, "字段")
    for number, (path, field) in enumerate(fields):
        yield from _field(path, field)
        earlier = [one for _, one in fields[:number]]
        yield from problems_of_condition(field.get("when"), f"{path}.when", earlier, "排在它前面的")
    everything = [one for _, one in fields]
    for name in ("materials", "routes", "warnings"):
        for number, one in enumerate(content.get(name, ())):
            yield from problems_of_condition(one.get("when"), f"{name}[{number}].when", everything, "申请表中的")
    yield from _once([(f"materials[{n}]", one) for n, one in enumerate(content.get("materials", ()))], "材料")


def _once(things: Sequence[Placed], what: str) -> Iterator[Problem]:
    first: dict[str, str] = {}
    for path, thing in things:
        if thing["key"] in first:
            yield Problem(f"{path}.key", f"{what}代号“{thing['key']}”与 {first[thing['key']]} 重复")
        first.setdefault(thing["key"], path)


def _field(path: str, field: Question) -> Iterator[Problem]:
    kind = field["type"]
    yield from _parts(path, field)
    if kind in ALWAYS_PERSONAL and not field.get("personal"):
        yield Problem(f"{path}.personal", f"{ALWAYS_PERSONAL[kind]}是个人信息，应写 personal: true")
    yield from _bounds(path, field)
    columns = [(f"{path}.columns[{n}]", column) for n, column in enumerate(field.get("columns", ()))]
    yield from _once(columns, "列")
    for column_path, column in columns:
        yield from _field(column_path, column)
    if any(column.get("personal") for _, column in columns) and not field.get("personal"):
        yield Problem(f"{path}.personal", "含有个人信息的列，整组应写 personal: true")


def _parts(path: str, field: Question) -> Iterator[Problem]:
    """Choices belong to choice and choices, columns to rows, and each has to be there."""
    needs = (("choices", WITH_CHOICES, "选项"), ("columns", {"rows"}, "列"))
    for name, kinds, title in needs:
        if field["type"] in kinds and name not in field:
            yield Problem(f"{path}.{name}", f"{field['type']} 类型的字段缺少{title}")
        if field["type"] not in kinds and name in field:
            yield Problem(f"{path}.{name}", f"{field['type']} 类型的字段不能有{title}")
    values = [one["value"] for one in field.get("choices", ())]
    for number, value in enumerate(values):
        if value in values[:number]:
            yield Problem(f"{path}.choices[{number}].value", f"选项的值“{value}”重复")


def _bounds(path: str, field: Question) -> Iterator[Problem]:
    least, most = field.get("least"), field.get("most")
    for name in ("least", "most"):
        if name in field and field["type"] not in BOUNDED:
            yield Problem(f"{path}.{name}", "上下限只用于 number、money（数值）和 rows（行数）")
    if least is not None and most is not None and least > most:
        yield Problem(f"{path}.least", f"下限 {least} 大于上限 {most}")
    if "max_length" in field and field["type"] not in WORDY:
        yield Problem(f"{path}.max_length", "最多字数只用于 text 和 long_text")

"""The state machines as pictures, drawn from the transitions themselves, so that no drawing can say otherwise."""

from collections.abc import Iterator

from django.apps import apps
from django.conf import settings
from django.db import models
from django.utils.translation import override

from applications.models import Application, Handling, Hearing, Licence

HEADING = """# 办件和承办的状态

本图由 `python manage.py draw_lifecycles` 从 `applications/lifecycle.py`、
`applications/hearing_lifecycle.py`、`applications/licence_lifecycle.py` 生成，请勿手工修改；图与代码不一致时测试失败。

环节（事项文件里的 `steps`）在承办之内推进，不增加法定状态。公示和依申请公开是各自记录的状态，
排在办件的几张图后面，由 `HALL_DRAWN_MACHINES` 列出。
"""
_MACHINES: list[tuple[str, str, type[models.Model]]] = [
    (
        "办件",
        "一件申请从草稿到归档，在法律上处于什么状态（《行政许可法》第三十二条、第三十七条至第四十四条）。",
        Application,
    ),
    (
        "承办",
        "一个机关对办件的那一部分。两级办理时下级和上级各有一个（第三十五条），"
        "上级的从收到转报材料起直接处于审查中。",
        Handling,
    ),
    (
        "听证",
        "一次听证从告知权利或者依职权决定，到笔录确认（第四十六条至第四十八条）。办件的状态不随它变化，"
        "听证没有结束的不能作出决定。",
        Hearing,
    ),
    (
        "许可证件",
        "准予许可以后证件的一生：延续、变更、补发、暂停，依法转让，期满失效，被撤回、撤销，最后注销"
        "（第八条、第九条、第四十九条、第五十条、第六十九条、第七十条）。",
        Licence,
    ),
]


def drawing() -> str:
    """The whole of docs/lifecycle.md, in Chinese whatever language is active."""
    with override("zh-hans"):
        return HEADING + "".join(_section(*machine) for machine in [*_MACHINES, *_of_upper_floors()])


def _of_upper_floors() -> Iterator[tuple[str, str, type[models.Model]]]:
    """Machines that are no states of a case, named by settings since this floor does not look up."""
    for title, about, label in settings.HALL_DRAWN_MACHINES:
        yield title, about, apps.get_model(label)


def _section(title: str, about: str, model: type[models.Model]) -> str:
    lines = ["```mermaid", "stateDiagram-v2", "    direction TB", *_diagram(model), "```"]
    return f"\n## {title}\n\n{about}\n\n" + "\n".join(lines) + f"\n\n{_table(model)}"


def _diagram(model: type[models.Model]) -> Iterator[str]:
    choices = _choices(model)
    moves = list(transitions(model))
    for value, label in choices.items():
        yield f"    {value} : {label}"
    yield f"    [*] --> {next(iter(choices))}"
    for source, target, label in moves:
        yield f"    {source} --> {target} : {label}"
    for value in choices:
        if not any(source == value for source, _target, _label in moves):
            yield f"    {value} --> [*]"


def _table(model: type[models.Model]) -> str:
    """The same in words, for readers whose viewer draws nothing."""
    choices = _choices(model)
    rows = [f"| {choices[source]} | {label} | {choices[target]} |" for source, target, label in transitions(model)]
    return "\n".join(["| 从 | 动作 | 到 |", "|---|---|---|", *rows, ""])


def transitions(model: type[models.Model]) -> Iterator[tuple[str, str, str]]:
    """(from, to, Chinese label) of every lawful move, in the order in which the states are declared."""
    order = list(_choices(model))
    found = model._meta.get_field("state").get_all_transitions(model)  # type: ignore[union-attr]
    moves = [(str(one.source), str(one.target), str(one.custom["label"])) for one in found]
    yield from sorted(moves, key=lambda move: (order.index(move[0]), order.index(move[1]), move[2]))


def _choices(model: type[models.Model]) -> dict[str, str]:
    choices = model._meta.get_field("state").choices  # type: ignore[union-attr]
    return {str(value): str(label) for value, label in choices or []}

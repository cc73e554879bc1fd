"""The steps: one path from intake to delivery at each level, no dead end, no step that nothing leads to.

Art. 35 (a lower agency examines, an upper one decides) is a path that crosses the levels once, by ``report_up``.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from hall.catalogue.checking.offers import department_problem
from hall.catalogue.limits import LimitUnclear, limit_of
from hall.catalogue.problems import Problem
from hall.catalogue.reading import is_two_level
from hall.organisations.kinds import canonical_kind

Written = Mapping[str, Any]
Placed = tuple[str, Written]
AFTER_DECISION = {"issue", "deliver"}
DELIVERY_DAYS = 10


def problems(content: Written) -> Iterator[Problem]:
    steps = [(f"steps[{n}]", step) for n, step in enumerate(content.get("steps", ()))]
    for path, step in steps:
        if reason := department_problem(step["department"]):
            yield Problem(f"{path}.department", reason)
    if steps and is_two_level(content):
        yield from _path_of(steps, content)
        yield from _crossing(steps)
    elif steps:
        for level in ("district", "city"):
            yield from _path_of([one for one in steps if level in _levels(one[1])], content)
    yield from _sides(content, steps)


def _levels(step: Written) -> list[str]:
    level = step["level"]
    return level if isinstance(level, list) else [level]


def _path_of(steps: Sequence[Placed], content: Written) -> Iterator[Problem]:
    """Walk from the first step; complain of what the walk misses."""
    by_name: dict[str, Placed] = {}
    for path, step in steps:
        if step["name"] in by_name:
            yield Problem(f"{path}.name", f"环节名“{step['name']}”与 {by_name[step['name']][0]} 重复")
        by_name.setdefault(step["name"], (path, step))
    if not steps:
        return
    walked: list[Placed] = []
    place: Placed | None = steps[0]
    while place:
        walked.append(place)
        following = place[1].get("next", "")
        if following and following not in by_name:
            yield Problem(f"{place[0]}.next", f"没有名为“{following}”的环节")
            return
        place = by_name.get(following)
        if place in walked:
            yield Problem(f"{walked[-1][0]}.next", f"又回到“{following}”，办理无法结束")
            return
    yield from (Problem(path, "没有环节通向这里") for path, step in steps if (path, step) not in walked)
    yield from _order(walked)
    yield from _days(walked, content)


def _order(walked: Sequence[Placed]) -> Iterator[Problem]:
    kinds = [step["kind"] for _, step in walked]
    first, last = walked[0][0], walked[-1][0]
    if kinds[0] != "intake" or kinds.count("intake") > 1:
        yield Problem(f"{first}.kind", "第一个环节应为 intake（受理），且只有一个")
    if kinds.count("decide") != 1:
        yield Problem(f"{last}.next", "应有且只有一个 decide（决定）环节，否则办不出结果")
        return
    decided = kinds.index("decide")
    if kinds[-1] != "deliver":
        yield Problem(f"{last}.kind", "最后一个环节应为 deliver（送达）")
    for number, (path, step) in enumerate(walked):
        if (step["kind"] in AFTER_DECISION) != (number > decided) and number != decided:
            yield Problem(f"{path}.kind", "issue、deliver 排在 decide 之后，其他环节排在之前")


def _days(walked: Sequence[Placed], content: Written) -> Iterator[Problem]:
    """Steps up to the decision fit into the promise; those after it into the ten days of Art. 44."""
    kinds = [step["kind"] for _, step in walked]
    decided = kinds.index("decide") if "decide" in kinds else len(walked)
    before = sum(step["days"] for _, step in walked[: decided + 1])
    after = sum(step["days"] for _, step in walked[decided + 1 :])
    try:
        promise = limit_of(content.get("limits", {}).get("promise"))
    except LimitUnclear:
        promise = None
    if promise and promise.unit == "working" and promise.days is not None and before > promise.days:
        yield Problem("steps", f"到作出决定共 {before} 个工作日，超过承诺期限 {promise.days} 个工作日")
    if after > DELIVERY_DAYS:
        yield Problem("steps", f"决定之后共 {after} 个工作日，超过颁发、送达的 {DELIVERY_DAYS} 日")


def _crossing(steps: Sequence[Placed]) -> Iterator[Problem]:
    """Below: intake, examination, report up. Above: everything that follows."""
    crossings = [number for number, (_, step) in enumerate(steps) if step["kind"] == "report_up"]
    for number in crossings[1:]:
        yield Problem(f"{steps[number][0]}.kind", "只能上报（report_up）一次")
    for number, (path, step) in enumerate(steps):
        wanted = "district" if number <= crossings[0] else "city"
        if _levels(step) != [wanted]:
            yield Problem(f"{path}.level", f"两级事项先区县后市级，这个环节应为 {wanted}")


def _sides(content: Written, steps: Sequence[Placed]) -> Iterator[Problem]:
    """Whoever offers the item has steps and does them itself; routes lead to a level that offers it."""
    offers = {one["level"]: canonical_kind(one["department"]) for one in content.get("offered_by", ())}
    for level, department in offers.items():
        own = [(path, step) for path, step in steps if level in _levels(step)]
        if steps and not own:
            yield Problem("steps", f"没有写 {level} 一级的环节，而 offered_by 中有这一级")
        for path, step in own:
            if canonical_kind(step["department"]) != department:
                yield Problem(f"{path}.department", f"与 offered_by 中 {level} 一级的部门“{department}”不一致")
    if not offers:
        return
    for path, step in steps:
        for level in _levels(step):
            if level not in offers and not (is_two_level(content) and level == "city"):
                yield Problem(f"{path}.level", f"offered_by 中没有 {level} 一级")
    yield from _routes(content, offers)


def _routes(content: Written, offers: Mapping[str, str]) -> Iterator[Problem]:
    routes = content.get("routes", [])
    for number, route in enumerate(routes):
        if route["level"] not in offers:
            yield Problem(f"routes[{number}].level", f"offered_by 中没有 {route['level']} 一级")
        if not route.get("when") and number < len(routes) - 1:
            yield Problem(f"routes[{number}].when", "没有条件的判断只能放在最后，后面的永远用不到")
    if routes and routes[-1].get("when"):
        yield Problem(f"routes[{len(routes) - 1}].when", "最后一条判断不能有条件，否则有的申请无处受理")

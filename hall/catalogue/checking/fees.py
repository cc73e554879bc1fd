"""Fees (行政许可法 Art. 58, 59): each with its law, an amount that can be computed, and a place in the procedure."""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

from hall.catalogue.checking.questions import placed
from hall.catalogue.checking.reads import problems_of_condition
from hall.catalogue.fees import TOO_MUCH, FeeStage, fees_of
from hall.catalogue.problems import Problem
from hall.catalogue.spec import on_record

Content = Mapping[str, Any]
COUNTED = {"number", "money"}
# The steps during which a licence is still before what an unpaid fee may hold up.
_AFTER: dict[FeeStage, tuple[str, ...]] = {"decision": ("issue", "deliver"), "issue": ("deliver",), "delivery": ()}


def problems(content: Content) -> Iterator[Problem]:
    fees = content.get("fees", {})
    items = fees.get("items", [])
    if fees.get("charged") and not items:
        yield Problem("fees.items", "收费的事项须列出收费项目、标准和依据")
    if items and not fees.get("charged"):
        yield Problem("fees.charged", "列出了收费项目，应为 true")
    for number, one in enumerate(items):
        yield from _row(one, f"fees.items[{number}]", content)
    if fees.get("charged"):
        yield from _total(content)
        yield from _place(content)


def _row(one: Content, path: str, content: Content) -> Iterator[Problem]:
    for name, title in (("basis", "收费依据"), ("basis_level", "依据的层级（law 或 administrative_regulation）")):
        if name not in one:
            yield Problem(f"{path}.{name}", f"缺少“{title}”：行政许可收费须有法律、行政法规的规定")
    questions = [field for _place_of, field in placed(content)]
    yield from problems_of_condition(one.get("when"), f"{path}.when", questions, "申请表中的")
    for key in one.get("per", ()):
        yield from _per(key, f"{path}.per", questions)
    keys = [part["key"] for part in one.get("reductions", ())]
    if len(keys) != len(set(keys)):
        yield Problem(f"{path}.reductions", "减免情形的代号重复")
    for number, part in enumerate(one.get("reductions", ())):
        if not on_record(part["basis"]).strip():
            yield Problem(f"{path}.reductions[{number}].basis", "减免须写明依据")


def _per(key: str, path: str, questions: list[Content]) -> Iterator[Problem]:
    """Everybody answers it with a number that has a bound, so that the amount is always known and never absurd."""
    field = next((one for one in questions if one["key"] == key), None)
    if field is None or field["type"] not in COUNTED:
        yield Problem(path, f"按数量计费的，须是申请表中 number 或 money 类型的字段，“{key}”不是")
    elif not field.get("required", True) or "when" in field:
        yield Problem(path, f"按“{key}”计费，这个字段就须每个申请人都填写（必填，没有 when）")
    elif "most" not in field or Decimal(str(field.get("least", -1))) < 0:
        yield Problem(path, f"按“{key}”计费，这个字段须写明最小值 least（不小于0）和最大值 most")


def _total(content: Content) -> Iterator[Problem]:
    """The most that may ever be asked for fits the payment order (n..16,2)."""
    most = {field["key"]: Decimal(str(field.get("most", 0))) for _path, field in placed(content)}
    total = Decimal(0)
    for one in fees_of(content.get("fees", {})).rows:
        amount = one.amount or Decimal(0)
        for key in one.per:
            amount *= most.get(key, Decimal(0))
        total += amount
    if total >= TOO_MUCH:
        yield Problem("fees.items", "最高收费超过缴款单能够记载的金额")


def _place(content: Content) -> Iterator[Problem]:
    fees = content["fees"]
    named = fees.get("payable_from")
    if named is None:
        return
    steps = {one["name"]: one["kind"] for one in content.get("steps", ())}
    if steps.get(named, "intake") == "intake":
        yield Problem("fees.payable_from", "应为受理以后的一个环节（steps 中的 name）；不写的，受理时开具缴款单")
    elif steps[named] in _AFTER[fees.get("holds_up", "issue")]:
        yield Problem("fees.holds_up", f"到“{named}”环节才开具缴款单，不能在这以前要求缴款")

"""What happens to the cases of a fault run: ordinary lives, each a row of deeds by the people whose duty they are."""

import random
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.utils.timezone import localtime

from applications import events
from hall.clock import now
from tests.factories.cases import CONTENT, LABOUR_DISPATCH, OPINION, PUBLIC_PLACE, SAND_MINING
from tests.faults.browsing import UPLOAD, Value, offered

WHY = "经核对，情况与申请不一致，需要如此处理。"
LAW = "《中华人民共和国行政许可法》第三十八条第二款"
Told = Callable[[Any], Mapping[str, Value]]


@dataclass(frozen=True)
class Step:
    """One deed: whose it is, what they write into its form, and the fact that tells of it."""

    deed: str
    who: str
    fact: type[Any]
    written: Mapping[str, Value] = field(default_factory=dict)
    # What can be written only with the form in front of one.
    seen: Told = lambda _form: {}

    def told(self, form: Any) -> Mapping[str, Value]:
        return {**self.written, **self.seen(form)}


@dataclass(frozen=True, eq=False)
class Life:
    """A kind of case: its item, the answers that differ, and its deeds after the filing."""

    name: str
    item: str
    letters: str
    steps: tuple[Step, ...]
    answers: Mapping[str, str] = field(default_factory=dict)

    @property
    def deeds(self) -> int:
        return len(self.steps) + 1


def _met(form: Any) -> Mapping[str, Value]:
    """Every point of the check-list, as the page lists them."""
    names = {str(one) for one in form.xpath('.//input[@type="radio"]/@name')}
    return {name: "meets" for name in names if name.startswith("check-")}


def _visit(form: Any) -> Mapping[str, Value]:
    return {"officers": offered(form, "officers"), "held_at": localtime(now()).strftime("%Y-%m-%dT%H:%M")}


def _picked(name: str) -> Told:
    """The first that the page offers."""
    return lambda form: {name: offered(form, name)[0]}


def _first_material(form: Any) -> Mapping[str, Value]:
    name = next(one for one in map(str, form.xpath(".//input/@name")) if one.startswith("material-"))
    return {name: "on", f"{name}-problem": "缺少签字", f"{name}-requirement": "请签字后重新上传"}


def _files(form: Any) -> Mapping[str, Value]:
    return {str(name): UPLOAD for name in form.xpath('.//input[@type="file"]/@name')}


ACCEPT = Step("accept", "window", events.Accepted)
_LOOKED = {"place": "申请人的经营场所", "facts": "现场布局与图纸一致。", "meets": "yes", "result": "与申请一致。"}
_CONFIRMED: Mapping[str, Value] = {"confirmation": "confirmed", "confirmed_by": "现场负责人", "photographs": UPLOAD}
INSPECT = Step("inspect", "examiner", events.Inspected, {**_LOOKED, **_CONFIRMED}, _visit)
_FOUND: Mapping[str, Value] = {"favourable": "yes", "opinion": OPINION, "no_conflict": "on"}
REVIEW = Step("review", "examiner", events.Reviewed, _FOUND, _met)
GRANT = Step("grant", "signer", events.Decided, {"content": CONTENT})
DENY = Step("deny", "signer", events.Decided, {"reasons": WHY, "more_basis": LAW})
ISSUE = Step("issue", "cert", events.LicenceIssued)
DELIVER = Step("deliver", "cert", events.Delivered)
CORRECT = Step("correct", "window", events.CorrectionAsked, seen=_first_material)
SUPPLY = Step("correction", "applicant", events.CorrectionSupplied, seen=_files)
_GONE: Mapping[str, Value] = {"reason": WHY, "confirmed": "on"}
WITHDRAW = Step("withdraw", "applicant", events.ApplicationWithdrawn, _GONE)
REFUSE = Step("refuse", "window", events.IntakeRefused, {"reason": WHY, "competent_agency": "渝中区水利局"})
TERMINATE = Step("terminate", "signer", events.Terminated, {"reason": WHY, "ground": "impossible"})
VOID = Step("void_case", "supervisor", events.Voided, {"reason": WHY})
LONGER = Step("propose_extension", "examiner", events.ExtensionProposed, {"days": "5", "reason": WHY})
LONGER_IT_IS = Step("answer_extension", "head", events.Extended, {"granted": "yes"})
_TEST: Mapping[str, Value] = {"reason": WHY, "days": "5", "performer": "市疾控中心", "fee_bearer": "行政机关"}
STOP = Step("propose_suspension", "examiner", events.SuspensionProposed, _TEST, _picked("procedure"))
STOP_IT_IS = Step("answer_suspension", "signer", events.Suspended, {"granted": "yes"}, _picked("suspension"))
RESUME = Step("resume", "examiner", events.Resumed, {"result": "复测合格。"}, _picked("suspension"))
REPORT_UP = Step("report_up", "signer", events.ReportedUp, {"favourable": "yes", "opinion": OPINION})
UP = "city "


def _at_city(step: Step) -> Step:
    return Step(step.deed, UP + step.who, step.fact, step.written, step.seen)


END = (GRANT, ISSUE, DELIVER)
LOOKED_AT = (INSPECT, REVIEW)
UPSTAIRS = tuple(_at_city(one) for one in (REVIEW, *END))
RICH = {"registered_capital": "6000000.00"}

# Each with how often it comes among twenty.
LIVES: Mapping[Life, int] = {
    Life("granted", PUBLIC_PLACE, "wj", (ACCEPT, *LOOKED_AT, *END)): 5,
    Life("corrected", PUBLIC_PLACE, "wj", (CORRECT, SUPPLY, ACCEPT, *LOOKED_AT, *END)): 2,
    Life("denied", PUBLIC_PLACE, "wj", (ACCEPT, *LOOKED_AT, DENY, DELIVER)): 2,
    Life("withdrawn", PUBLIC_PLACE, "wj", (ACCEPT, WITHDRAW)): 1,
    Life("refused", PUBLIC_PLACE, "wj", (REFUSE,)): 1,
    Life("extended", PUBLIC_PLACE, "wj", (ACCEPT, LONGER, LONGER_IT_IS, *LOOKED_AT, *END)): 1,
    Life("suspended", PUBLIC_PLACE, "wj", (ACCEPT, STOP, STOP_IT_IS, RESUME, *LOOKED_AT, *END)): 2,
    Life("terminated", PUBLIC_PLACE, "wj", (ACCEPT, TERMINATE)): 1,
    Life("voided", PUBLIC_PLACE, "wj", (VOID,)): 1,
    Life("dispatch", LABOUR_DISPATCH, "rs", (ACCEPT, REVIEW, *END)): 1,
    Life("dispatch of the city", LABOUR_DISPATCH, "rs", tuple(map(_at_city, (ACCEPT, REVIEW, *END))), RICH): 1,
    Life("two levels", SAND_MINING, "sl", (ACCEPT, *LOOKED_AT, REPORT_UP, *UPSTAIRS)): 2,
}


def mix(seed: str, deeds: int) -> list[Life]:
    """One life of each kind, then as many as it takes, in an order that the seed alone decides."""
    chosen = list(LIVES)
    for life in _endless(seed):
        if sum(one.deeds for one in chosen) >= deeds:
            return chosen
        chosen.append(life)
    raise AssertionError


def _endless(seed: str) -> Iterator[Life]:
    chance = random.Random(f"{seed} lives")
    while True:
        yield chance.choices(list(LIVES), list(LIVES.values()))[0]

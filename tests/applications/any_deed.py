"""Deeds that a random life of a case is made of, each with the duty of whoever does it, in ordinary words."""

from collections.abc import Callable, Mapping
from typing import Any

from applications.actions.accept import accept
from applications.actions.correct import ask_correction
from applications.actions.decide import deny, grant
from applications.actions.deliver import deliver
from applications.actions.extend import answer_extension, propose_extension
from applications.actions.issue import issue
from applications.actions.materials import hand_in
from applications.actions.merge import merge
from applications.actions.refuse import find_not_required, refuse, refuse_gaps
from applications.actions.report_up import report_up
from applications.actions.resume import resume
from applications.actions.return_down import return_down
from applications.actions.review import review, send_back
from applications.actions.submit import submit
from applications.actions.supply import supply_correction
from applications.actions.suspend import answer_suspension, propose_suspension
from applications.actions.terminate import terminate
from applications.actions.void_case import void_case
from applications.actions.withdraw import withdraw
from applications.lifecycle import CaseState, HandlingState
from applications.models import Application, Step
from hall.accounts.models import User
from hall.uids import uid7
from tests.factories.answers import pdf
from tests.factories.cases import CONTENT, OPINION, PUBLIC_PLACE, SAND_MINING, checks_for, inspected
from tests.factories.stopping import REASON, TESTING

Deed = Callable[[Any, User, int], Any]
WHY = "经核对，情况与申请不一致，需要如此处理。"
LAW = ["《中华人民共和国行政许可法》第三十八条第二款"]


def _correct(handling: Any, user: User, seen: int) -> None:
    key = handling.application.spec.materials[0].key
    entry: Any = {"target": "material", "key": key, "problem": "缺少签字", "requirement": "请签字后重新上传"}
    ask_correction(handling.uid, user, seen=seen, entries=[entry])


def _supply(handling: Any, user: User, seen: int) -> None:
    application = handling.application
    if application.corrections.filter(supplied_at=None).exists():
        hand_in(application.uid, user, application.spec.materials[0].key, pdf())
    supply_correction(application.uid, user, {})


def _review(handling: Any, user: User, seen: int, favourable: bool = True) -> None:
    if handling.state == HandlingState.EXAMINING and handling.application.spec.must_inspect(handling.level):
        inspected(handling)
        seen += 1
    points = checks_for(handling)
    told: Any = {"opinion": OPINION, "no_conflict": True, "checks": points}
    review(handling.uid, user, seen=seen, favourable=favourable, **told)


def _stop(handling: Any, user: User, seen: int) -> None:
    told = {"reason": REASON, "performer": "市疾病预防控制中心", "fee_bearer": "行政机关"}
    propose_suspension(handling.uid, user, seen=seen, procedure=TESTING, days=5, **told)


def _answer_stop(handling: Any, user: User, seen: int) -> None:
    asked = handling.suspensions.filter(begun_on=None).last()
    uid = asked.uid if asked else uid7()
    answer_suspension(handling.uid, user, seen=seen, suspension=uid, granted=True)


def _resume(handling: Any, user: User, seen: int) -> None:
    running = handling.suspensions.filter(begun_on__isnull=False, ended_on=None).last()
    resume(handling.uid, user, seen=seen, suspension=running.uid if running else uid7(), result="复测合格。")


def _merge(handling: Any, user: User, seen: int) -> None:
    first = Application.objects.order_by("id")[0]
    merge(handling.uid, user, seen=seen, kept=first.uid, reason=WHY)


def _withdraw(handling: Any, user: User, seen: int) -> None:
    withdraw(handling.application.uid, user, seen=seen, reason=WHY, confirmed=True)


def _end(handling: Any, user: User, seen: int) -> None:
    terminate(handling.uid, user, seen=seen, ground="impossible", reason=WHY)


# The duty that may do it, and the deed.
DEEDS: Mapping[str, tuple[str, Deed]] = {
    "submit": ("applicant", lambda h, by, seen: submit(h.application.uid, by, truth_stated=True)),
    "accept": ("window", lambda h, by, seen: accept(h.uid, by, seen=seen)),
    "correct": ("window", _correct),
    "supply": ("applicant", _supply),
    "not_required": ("window", lambda h, by, seen: find_not_required(h.uid, by, seen=seen, reason=WHY)),
    "refuse": ("window", lambda h, by, seen: refuse(h.uid, by, seen=seen, reason=WHY, competent_agency="水利局")),
    "refuse_gaps": ("window", lambda h, by, seen: refuse_gaps(h.uid, by, seen=seen, reason=WHY)),
    "review": ("examiner", _review),
    "send_back": ("signer", lambda h, by, seen: send_back(h.uid, by, seen=seen, reason=WHY)),
    "stop": ("examiner", _stop),
    "answer_stop": ("signer", _answer_stop),
    "resume": ("examiner", _resume),
    "extend": ("examiner", lambda h, by, seen: propose_extension(h.uid, by, seen=seen, days=10, reason=WHY)),
    "answer_extend": ("head", lambda h, by, seen: answer_extension(h.uid, by, seen=seen, granted=True)),
    "report_up": ("signer", lambda h, by, seen: report_up(h.uid, by, seen=seen, opinion=OPINION)),
    "return_down": ("signer", lambda h, by, seen: return_down(h.uid, by, seen=seen, missing=WHY)),
    "withdraw": ("applicant", _withdraw),
    "merge": ("window", _merge),
    "terminate": ("signer", _end),
    "void": ("supervisor", lambda h, by, seen: void_case(h.uid, by, seen=seen, reason=WHY)),
    "grant": ("signer", lambda h, by, seen: grant(h.uid, by, seen=seen, content=CONTENT)),
    "deny": ("signer", lambda h, by, seen: deny(h.uid, by, seen=seen, reasons=WHY, legal_basis=LAW)),
    "issue": ("cert", lambda h, by, seen: issue(h.uid, by, seen=seen)),
    "deliver": ("cert", lambda h, by, seen: deliver(h.uid, by, seen=seen)),
}
_BY_STATE = {CaseState.RECEIVED: "accept", CaseState.CORRECTING: "supply"}
_BY_STEP = {"review": "review", "report_up": "report_up", "decide": "grant", "issue": "issue", "deliver": "deliver"}
_ENDS = ["withdraw", "terminate", "void"]
# What somebody may well think of in each state; what ends a case stands there once and all else twice.
_THOUGHT_OF = {
    CaseState.RECEIVED: [*["accept", "correct"] * 2, "not_required", "refuse", "refuse_gaps", "merge", *_ENDS],
    CaseState.CORRECTING: [*["supply", "supply", "accept"] * 2, "refuse_gaps", *_ENDS],
    CaseState.ACCEPTED: [
        *["stop", "answer_stop", "answer_stop", "resume", "extend", "answer_extend", "send_back", "return_down"] * 2,
        *["review", "report_up", "grant", "deny", "correct", "merge", *_ENDS],
    ],
    CaseState.DECIDED: ["issue", "issue", "deliver", "deliver", "grant", "deny", *_ENDS],
}

# Lives that between them see every deed: the item, and what happens first. Whatever else does follows.
WAYS: tuple[tuple[str, tuple[str, ...]], ...] = (
    (PUBLIC_PLACE, ("submit", "accept", "stop", "answer_stop", "resume", "extend", "answer_extend", "review")),
    (PUBLIC_PLACE, ("accept", "review", "send_back", "review", "grant", "issue", "the_worker_runs", "deliver")),
    (PUBLIC_PLACE, ("correct", "supply", "accept", "review", "deny")),
    (PUBLIC_PLACE, ("correct", "many_days_pass", "the_beat_runs", "refuse_gaps")),
    (PUBLIC_PLACE, ("many_days_pass", "the_same_again", "merge")),
    *((PUBLIC_PLACE, (end,)) for end in ("not_required", "refuse", "withdraw", "void")),
    (PUBLIC_PLACE, ("accept", "terminate")),
    (SAND_MINING, ("accept", "review", "report_up", "the_worker_runs", "return_down")),
)


def next_deed(application: Application) -> str:
    """What an ordinary life would bring next; empty when it is over or waits for the worker."""
    if application.state in _BY_STATE:
        return _BY_STATE[application.state]
    step = Step.objects.filter(handling__application=application, ended_at=None).last()
    return _BY_STEP.get(step.kind, "") if step else ""


def thought_of(application: Application, number: int) -> str:
    """One of the deeds that fit this state more or less; anything whatever when it is over."""
    names = _THOUGHT_OF.get(application.state) or sorted(DEEDS)
    return names[number % len(names)]

"""Where random lives begin: at the filing, further on, or at a moment that chance seldom reaches.

Seven items lead to every room of the procedure between them. What they say is changed where no demo item says it (a
technical standard, an auction, an exam with a fee, a transfer), as an item file would. Every case is brought to where
it is by the real deeds; ``near`` only says where a run that misses a deed had better begin.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from uuid import UUID

from applications.actions.accept import accept
from applications.actions.automatic import ask_person
from applications.actions.claims import claim
from applications.actions.convey import offer_licence
from applications.actions.correct_decision import correct_decision
from applications.actions.deliver import deliver
from applications.actions.exams import plan_sitting
from applications.actions.issue import issue
from applications.actions.listing import place_of
from applications.actions.refuse import refuse_false
from applications.actions.report_up import report_up
from applications.actions.settling import settle_one
from applications.actions.stand_ins import postpone, promise
from applications.actions.submit import submit
from applications.actions.supply import supply_correction
from applications.actions.verify_promise import verify_promise
from applications.actions.widen import ask_widening
from applications.models import Commitment, Licence, Words
from hall.accounts.demo import build_applicants
from hall.clock import freeze, now
from tests.applications.lives.people import AGENT, STRANGERS, people_of
from tests.factories import cases
from tests.factories.answers import answers_for
from tests.factories.cases import INSTANT, LABOUR_DISPATCH, PUBLIC_PLACE, SAND_MINING, WATER_SUPPLY, Reached
from tests.factories.exams import TOLD, plan
from tests.factories.hearings import scheduled_hearing
from tests.factories.licences import MEND, archived
from tests.factories.mandates import person
from tests.factories.stopping import stopped
from tracking.disclosure.actions.draft import draft as draft_disclosure
from tracking.disclosure.actions.send import send

HUMAN_RESOURCES = "human_resources"
ITEMS = (PUBLIC_PLACE, SAND_MINING, INSTANT, LABOUR_DISPATCH, WATER_SUPPLY)
_LAW = "《演示条例》第十条"
_FEE = {
    "name": "考务费",
    "standard": "每人10元",
    "basis": _LAW,
    "basis_level": "administrative_regulation",
    "amount": "10",
    "reductions": [{"key": "charity", "text": "公益活动", "basis": _LAW, "percent": 50}],
}
_SAYS: Mapping[str, dict[str, Any]] = {
    PUBLIC_PLACE: {"technical_inspection": True},
    SAND_MINING: {"allocation": "bid_auction"},
    LABOUR_DISPATCH: {"transferable": True, "transfer_basis": _LAW},
    HUMAN_RESOURCES: {"allocation": "exam", "exam": TOLD, "fees": {"charged": True, "items": [_FEE]}},
}
_WORDS = "经核对，情况与申请材料不一致，需要如此处理。"


@dataclass(frozen=True, slots=True)
class World:
    """The cases with which a life begins, and the deeds that are a step or two away."""

    cases: tuple[UUID, ...]
    near: frozenset[str] = frozenset()


def begin_worlds() -> list[World]:
    for item in (*ITEMS, HUMAN_RESOURCES):
        cases.offering(item)
        if item in _SAYS:
            cases.publish(item, **_SAYS[item])
    cases.staff_member("yz-supervisor")
    build_applicants(only=STRANGERS)
    people_of.cache_clear()
    worlds = [World(tuple(begin()), near) for near, begin in _RARE.items()]
    # Last, since their drafts are still drafts: whatever else is filed goes on with an open one.
    worlds += [world for item in ITEMS for world in _of(item)]
    # What the worker owes of these beginnings is done once and not in every life.
    cases.work()
    return worlds


def _of(item: str) -> Iterator[World]:
    """In the order in which they are made: an applicant has one draft of an item at a time."""
    late = _further_on(item).application.uid
    filed = cases.received_case(item).application.uid
    draft = cases.draft_case(item).uid
    yield World((filed, draft), _FILED | _AT_ONCE.get(item, frozenset()))
    yield World((late, draft))


def _further_on(item: str) -> Reached:
    """Examined; reported to the city, waiting for its signer, or with its licence made."""
    handling = _examined(item)
    if item == SAND_MINING:
        report_up(handling.uid, cases.clerk(handling, "signer"), seen=cases.seen(handling), opinion=cases.OPINION)
        cases.work()
    elif item != WATER_SUPPLY:
        handling = _licensed(handling)
    return handling


def _examined(item: str, by: str = "qingquan", **claimed: Any) -> Reached:
    draft = cases.draft_case(item, by=by)
    for one in draft.spec.materials:
        if one.commitment:
            promise(draft.uid, draft.applicant, key=one.key, agreed=True, signer=draft.applicant.name)
    if claimed:
        claim(draft.uid, draft.applicant, places=[f"material.{draft.spec.materials[0].key}"], **claimed)
    submit(draft.uid, draft.applicant, truth_stated=True)
    handling = cases.fresh(draft.handlings.get())
    accept(handling.uid, cases.clerk(handling, "window"), seen=cases.seen(handling))
    for part in cases.joint_parts(handling).values():
        cases.join(part)
    return cases.examine(cases.fresh(handling))


def _licensed(handling: Reached) -> Reached:
    handling = cases.decide(handling)
    issue(handling.uid, cases.clerk(handling, "cert"), seen=cases.seen(handling))
    cases.work()
    return cases.fresh(handling)


def _delivered(item: str) -> Reached:
    handling = _licensed(_examined(item))
    deliver(handling.uid, cases.clerk(handling, "cert"), seen=cases.seen(handling))
    cases.work()
    return cases.fresh(handling)


def _corrected_in_part() -> Iterator[UUID]:
    """The applicant supplied nothing but a reason, and the window asks to tell more."""
    handling = cases.correcting_case(PUBLIC_PLACE)
    application = handling.application
    gaps = {place_of(one): _WORDS for one in application.corrections.get().entries}
    supply_correction(application.uid, application.applicant, answers_for(application.spec), unsupplied=gaps)
    entry: Any = {"target": "field", "key": "area", "problem": "面积不一致", "requirement": "请核对"}
    window = cases.clerk(handling, "window")
    ask_widening(handling.uid, window, seen=cases.seen(handling), entries=[entry], reason=_WORDS)
    yield application.uid


def _examined_here() -> Iterator[UUID]:
    """The signer's turn, and somebody else's certificate is to be made."""
    yield _examined(PUBLIC_PLACE).application.uid
    yield cases.decide(_examined(INSTANT)).application.uid


def _examined_below() -> Iterator[UUID]:
    yield _examined(SAND_MINING).application.uid


def _returned() -> Iterator[UUID]:
    """Below again, after the upper agency gave the package back, and above for the first time (Art. 35)."""
    yield cases.returned_case().application.uid
    yield cases.reported_case().application.uid


def _late_part() -> Iterator[UUID]:
    """Several departments examine, and one of them is late (Art. 26)."""
    with freeze(now() - timedelta(days=45)):
        yield cases.accepted_case(WATER_SUPPLY).application.uid


def _tolerated() -> Iterator[UUID]:
    """Accepted while a material is still to follow."""
    draft = cases.draft_case(LABOUR_DISPATCH, commits="no")
    for one in draft.spec.materials:
        if one.tolerance:
            postpone(draft.uid, draft.applicant, key=one.key, agreed=True)
    submit(draft.uid, draft.applicant, truth_stated=True)
    handling = cases.fresh(draft.handlings.get())
    accept(handling.uid, cases.clerk(handling, "window"), seen=cases.seen(handling))
    yield draft.uid


def _stopped() -> Iterator[UUID]:
    """Its clock is stopped for a special procedure (Art. 45)."""
    handling = cases.accepted_case(SAND_MINING)
    stopped(handling, procedure="expert_review:专家论证")
    yield handling.application.uid


def _twice() -> Iterator[UUID]:
    """The same applicant filed the same twice."""
    for _ in range(2):
        yield cases.received_case(LABOUR_DISPATCH).application.uid


def _barred() -> Iterator[UUID]:
    """Refused for false materials and filed again while the bar runs (Art. 78)."""
    first = cases.received_case(PUBLIC_PLACE, by="zhangxiaoman")
    window = cases.clerk(first, "window")
    refuse_false(first.uid, window, seen=cases.seen(first), reason=_WORDS, heard="申请人没有其他证据。")
    yield first.application.uid
    yield cases.received_case(PUBLIC_PLACE, by="zhangxiaoman").application.uid


def _called_hearing() -> Iterator[UUID]:
    handling = cases.accepted_case(SAND_MINING)
    scheduled_hearing(handling)
    yield handling.application.uid


def _exam() -> Iterator[UUID]:
    """Accepted, a fee owed, and a sitting that is open."""
    at = now() + timedelta(days=9)
    examiner = cases.staff_member("yz-rs-examiner")
    plan_sitting(examiner, **plan(held_at=at, offering=cases.offering(HUMAN_RESOURCES)))
    handling = cases.accepted_case(HUMAN_RESOURCES, ownership="other", principal_id=AGENT[1])
    yield handling.application.uid


def _broken_promise() -> Iterator[UUID]:
    """Granted on a promise that was found false; to be mended in time, or the licence may be revoked."""
    # Somebody else than in the other worlds: whoever broke a promise may make no more.
    granted = [_licensed(_examined(LABOUR_DISPATCH, by="yunshang")) for _ in range(2)]
    for handling, measure, days in zip(granted, ("rectify", "revoke"), (10, None), strict=True):
        told: Any = {"kept": False, "facts": _WORDS, "measure": measure, "rectify_days": days}
        found = Commitment.objects.filter(application=handling.application, result="").last()
        assert found is not None
        examiner = cases.clerk(handling, "examiner")
        verify_promise(handling.uid, examiner, seen=cases.seen(handling), commitment=found.uid, **told)
        yield handling.application.uid


def _granted_by_rules() -> Iterator[UUID]:
    """The rules granted it, and the applicant wants a person to look (个人信息保护法 Art. 24)."""
    handling = cases.received_case(INSTANT, place_changed="no", valid_until="2029-06-30")
    application = handling.application
    with freeze(now() + timedelta(minutes=11)):
        settle_one(application.uid)
    ask_person(application.uid, application.applicant, seen=cases.seen(handling))
    yield application.uid


def _inspected() -> Iterator[UUID]:
    """A licence whose inspection found something to mend (Art. 61, 66)."""
    handling = _delivered(PUBLIC_PLACE)
    archived(handling, Licence.objects.get(application=handling.application), **MEND)
    yield handling.application.uid


def _corrected_decision() -> Iterator[UUID]:
    """Served with a clerical error that was put right since."""
    handling = _delivered(INSTANT)
    words = Words(granted=True, content="准予变更单位名称。")
    correct_decision(
        handling.uid, cases.clerk(handling, "signer"), seen=cases.seen(handling), reason=_WORDS, words=words
    )
    yield handling.application.uid


def _asked_to_publish() -> Iterator[UUID]:
    """Granted, a secret marked, and the applicant asked whether these words may be public (Art. 5)."""
    handling = _licensed(_examined(PUBLIC_PLACE, kind="trade_secret", reason=_WORDS))
    public = draft_disclosure(handling.application.decision.uid)
    assert public is not None
    discloser = cases.staff_member("yz-discloser")
    send(public.uid, discloser, seen=public.version, grantee=public.grantee, content=public.content)
    yield handling.application.uid


def _offered() -> Iterator[UUID]:
    """A licence that its holder offers to somebody else (Art. 9)."""
    handling = _licensed(_examined(LABOUR_DISPATCH))
    licence = Licence.objects.get(application=handling.application)
    to = person("yunshang")
    offer_licence(licence.uid, handling.application.applicant, to_name=to.name, to_code=to.uscc)
    yield handling.application.uid


_FILED = frozenset(
    {
        *("submit.submit", "start.discard", "claims.claim", "claims.unclaim", "claims.restate_claims"),
        *("spot_correct.open_on_spot", "spot_correct.correct_on_spot", "correct.ask_correction"),
        *("refuse.refuse", "refuse.refuse_false", "refuse.find_not_required", "sharing.fetch_shared"),
    }
)
_AT_ONCE: Mapping[str, frozenset[str]] = {
    INSTANT: frozenset({"automatic.take_over", "automatic.ask_person", "on_the_spot.decide_on_the_spot"}),
}
_RARE: Mapping[frozenset[str], Callable[[], Iterator[UUID]]] = {
    frozenset({"widen.answer_widening", "correct.repeat_correction", "refuse.refuse_gaps"}): _corrected_in_part,
    frozenset({"decide.grant", "decide.deny", "issue.issue", "deliver.deliver"}): _examined_here,
    frozenset({"report_up.report_up"}): _examined_below,
    frozenset({"return_down.return_down", "supplement.supplement"}): _returned,
    frozenset({"urge.urge", "join_in.join_in"}): _late_part,
    frozenset({"make_up.make_up"}): _tolerated,
    frozenset({"resume.resume"}): _stopped,
    frozenset({"merge.merge"}): _twice,
    frozenset({"refuse.refuse_barred", "bars.lift_bar"}): _barred,
    frozenset(
        {
            *("holding.hold_hearing", "holding.record_hearing", "holding.weigh_hearing", "recording.record_waiver"),
            *("scheduling.postpone_hearing", "challenging.challenge_presider", "challenging.answer_challenge"),
            *("public_notice.register_listener", "recording.record_request", "requesting.waive_hearing"),
        }
    ): _called_hearing,
    frozenset({"exams.enrol", "exams.enter_marks", "fees.reduce_fee"}): _exam,
    frozenset(
        {"verify_promise.check_rectified", "verify_promise.decline_revocation", "verify_promise.repair_credit"}
    ): _broken_promise,
    frozenset({"automatic.answer_review"}): _granted_by_rules,
    frozenset({"mending.check_mended"}): _inspected,
    frozenset({"serve_correction.serve_correction"}): _corrected_decision,
    frozenset({"answering.consent", "answering.object_to_publication"}): _asked_to_publish,
    frozenset({"convey.take_back", "convey.decline", "convey.confirm"}): _offered,
}

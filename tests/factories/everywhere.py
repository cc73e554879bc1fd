"""A case that has been in every room that a case decided by one agency can be in, by the real deeds in one day.

    handling = been_everywhere()          # waits for its signer, everything behind it, its decision drafted

Corrected on the spot and by notice, promised and tolerated, inquired, inspected with its check-list, parties heard,
an opinion asked, avoidance asked, the clock stopped and resumed and extended, a hearing told and waived, supervised.
"""

from typing import Any

from applications.actions.accept import accept
from applications.actions.answer_opinion import answer_opinion
from applications.actions.ask_opinion import ask_opinion
from applications.actions.avoidance import answer_avoidance, ask_avoidance
from applications.actions.correct import ask_correction
from applications.actions.draft_decision import draft_decision
from applications.actions.hearings.recording import record_waiver
from applications.actions.hearings.requesting import waive_hearing
from applications.actions.inquire import answer_inquiry, inquire
from applications.actions.make_up import make_up
from applications.actions.materials import hand_in
from applications.actions.parties import make_statement, record_statement, tell_party
from applications.actions.spot_correct import correct_on_spot, open_on_spot
from applications.actions.stand_ins import postpone, promise
from applications.actions.submit import submit
from applications.actions.supervise import answer_supervision, supervise
from applications.actions.supply import supply_correction
from applications.documents.builders import OrderKind
from applications.models import Room, Words
from hall.accounts.demo.staff import HALL_LETTERS
from hall.accounts.models import User
from hall.organisations.models import Hall
from tests.factories.answers import pdf
from tests.factories.cases import (
    CONTENT,
    LABOUR_DISPATCH,
    Reached,
    clerk,
    draft_case,
    examine,
    fresh,
    inspected,
    publish,
    seen,
    staff_member,
)
from tests.factories.hearings import neighbour, told_hearing
from tests.factories.snapshots import kept
from tests.factories.stopping import extended, resumed, stopped

SAID = "经核对材料和现场情况，与申请一致。"
BEEN_IN = {
    *(Room.SPOT_CORRECTION, Room.CORRECTION, Room.COMMITMENT, Room.TOLERANCE, Room.INQUIRY, Room.INSPECTION),
    *(Room.PARTIES, Room.OPINION, Room.CONFLICT, Room.SUSPENSION, Room.EXTENSION, Room.HEARING, Room.SUPERVISION),
    Room.DRAFTING,
}


@kept
def publish_with_everything() -> None:
    """The item with the checks that its file does not ask for: somebody goes and looks, and something is tested."""
    publish(
        LABOUR_DISPATCH,
        inspection={"required": True, "kind": "site", "standard": "固定的经营场所和设施与填报一致（演示）"},
        special_procedures=[{"name": "检测", "kind": "testing", "note": "必要时委托检测。（演示）"}],
    )


@kept
def before_the_opinion() -> Reached:
    """The same, and its examiner has only the opinion left to write."""
    handling = _accepted()
    _asked_and_heard(handling)
    _in_time(handling)
    _drafted(inspected(fresh(handling)))
    handling = fresh(handling)
    assert set(handling.application.rooms) >= BEEN_IN
    return handling


@kept
def been_everywhere() -> Reached:
    return examine(before_the_opinion())


def _drafted(handling: Reached) -> None:
    law = handling.application.spec.basis[0]
    words = Words(granted=True, content=CONTENT, legal_basis=[law], conditions=["按核定的范围经营。"])
    draft_decision(handling.uid, clerk(handling, "examiner"), seen=seen(handling), revision=0, words=words)


def _accepted() -> Reached:
    """Promised in part, in part to follow; corrected on the spot, then by notice; accepted."""
    draft = draft_case(LABOUR_DISPATCH, by="yunshang")
    uid, applicant = draft.uid, draft.applicant
    promise(uid, applicant, key="charter_and_capital", agreed=True, signer=applicant.name)
    postpone(uid, applicant, key="premises", agreed=True)
    submit(uid, applicant, truth_stated=True)
    handling = fresh(draft.handlings.get())
    window = clerk(handling, "window")
    entry = {"target": "material", "key": "application", "problem": "没有盖章"}
    open_on_spot(handling.uid, window, seen=seen(handling), entries=[entry])
    correct_on_spot(uid, applicant, {}, {"application": pdf("盖章.pdf")})
    entries = [{**entry, "requirement": "请签字后重新上传"}]
    ask_correction(handling.uid, window, seen=seen(handling), entries=entries)  # type: ignore[arg-type]
    hand_in(uid, applicant, "application", pdf("签字.pdf"))
    supply_correction(uid, applicant, {})
    accept(handling.uid, window, seen=seen(handling))
    make_up(uid, applicant, seen=seen(handling), key="premises", upload=pdf("场所.pdf"))
    return fresh(handling)


def _asked_and_heard(handling: Reached) -> None:
    """Everybody who may say something has said it."""
    uid, examiner, applicant = handling.uid, clerk(handling, "examiner"), handling.application.applicant
    inquire(uid, examiner, seen=seen(handling), text="派遣员工主要在哪些行业？", days=3)
    answer_inquiry(handling.application.uid, applicant, seen=seen(handling), answer="制造业。")
    asked: Any = {"level": "district", "kind": "卫生健康", "question": "场所是否符合卫生要求？", "days": 5}
    opinion = ask_opinion(uid, examiner, seen=seen(handling), **asked)
    answer_opinion(opinion.uid, _examiner_of(handling.hall, "wj"), answer=SAID)
    shop = tell_party(uid, examiner, seen=seen(handling), name="邻里便民超市", contact="13800000001", interest=SAID)
    record_statement(uid, examiner, seen=seen(handling), party=shop.uid, text=SAID)
    make_statement(handling.application.uid, applicant, seen=seen(handling), text=SAID)
    ask_avoidance(handling.application.uid, applicant, seen=seen(handling), officer_name="某某", reason=SAID)
    answer_avoidance(uid, clerk(handling, "head"), seen=seen(handling), upheld=False, reason=SAID)
    hearing = told_hearing(handling)
    waive_hearing(handling.application.uid, applicant, seen=seen(handling))
    record_waiver(uid, examiner, seen=seen(handling), party=neighbour(hearing).uid)


def _in_time(handling: Reached) -> None:
    """The clock stopped and went on, was extended, and the supervisor asked why."""
    resumed(handling, stopped(handling))
    extended(handling)
    supervisor = staff_member(f"{HALL_LETTERS[handling.hall.code]}-supervisor")
    told: Any = {"found": SAID, "requirement": SAID, "days": 5}
    supervise(handling.uid, supervisor, seen=seen(handling), kind=OrderKind.URGE, **told)
    answer_supervision(handling.uid, clerk(handling, "head"), seen=seen(handling), answer=SAID)


def _examiner_of(hall: Hall, kind: str) -> User:
    return staff_member(f"{HALL_LETTERS[hall.code]}-{kind}-examiner")

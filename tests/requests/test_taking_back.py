"""An asking that cannot be delivered, or was a mistake, is taken back and blocks nothing any more (条例 Art. 32)."""

from datetime import date, datetime, time
from typing import Any

import pytest

from hall.audit.models import Entry
from hall.clock import freeze
from hall.errors import Incomplete, NotAllowed, NotFound, WrongState
from hall.workdays.arithmetic import CountedKind
from hall.workdays.calendars import calendar_for
from hall.workdays.lamp import Lamp
from tests.requests.making import (
    PROVIDED,
    again,
    checker,
    consulting,
    discloser,
    head,
    person,
    received,
    supplementing,
    unserved,
)
from tracking.requests.actions.answering import send_to_check
from tracking.requests.actions.recount import CountedRequests
from tracking.requests.actions.settle import settle_all
from tracking.requests.actions.third_parties import consult, note_opinion, note_service, take_back
from tracking.requests.kinds import Opinion, PaperKind
from tracking.requests.limits import lamp_of, running
from tracking.requests.models import InfoRequest

pytestmark = pytest.mark.django_db
MONDAY = datetime(2026, 3, 2, 10, 0)
WHY = "公司已经注销，无法送达。"


def taken_back(request: InfoRequest, reason: str = WHY) -> InfoRequest:
    party = request.third_parties.latest("id")
    return take_back(request.uid, discloser(), seen=request.version, party=party.uid, reason=reason)


def at(day: date):
    return freeze(datetime.combine(day, time(9, 0)))


def test_whoever_was_never_served_holds_the_answer_up_no_more_and_no_day_stood_still(city):
    with freeze(MONDAY):
        request = unserved()
        before = request.due
    with at(date(2026, 3, 9)):
        with pytest.raises(WrongState, match="正在征求意见"):
            send_to_check(request.uid, discloser(), seen=request.version, answer=PROVIDED)
        request = taken_back(request)
        assert (request.due, before) == (date(2026, 3, 30), date(2026, 3, 30))
        assert lamp_of(request, date(2026, 3, 10), calendar_for("500103"))[0] == Lamp.GREEN
        # Nothing reached them, so nothing is said to them.
        assert not request.papers.filter(kind=PaperKind.TAKEN_BACK).exists()
        request = send_to_check(request.uid, discloser(), seen=request.version, answer=PROVIDED)
    assert request.state == "checking"


def test_of_whoever_was_served_the_days_up_to_the_taking_back_are_not_counted_and_it_is_said_why(city):
    with freeze(MONDAY):
        request = consulting()
    with at(date(2026, 3, 6)):
        request = taken_back(request, "与该公司无关，误发。")
    assert request.due == date(2026, 4, 3)
    period = running(request, calendar_for("500103"))
    stood_still = [day.date for day in period.days if day.kind == CountedKind.SUSPENDED]
    assert {day.note for day in period.days if day.kind == CountedKind.SUSPENDED} == {"征求第三方意见"}
    assert (stood_still[0], stood_still[-1]) == (date(2026, 3, 3), date(2026, 3, 6))
    assert lamp_of(request, date(2026, 3, 9), calendar_for("500103"))[0] == Lamp.GREEN
    paper = request.papers.get(kind=PaperKind.TAKEN_BACK)
    said = "".join(paper.content["sentences"])
    assert "无须答复" in said
    assert "误发" not in said
    assert not paper.for_applicant


def test_the_reason_stays_in_the_record_with_event_and_trail(city):
    request = taken_back(unserved())
    party = request.third_parties.get()
    assert (party.opinion, party.reason) == (Opinion.TAKEN_BACK, WHY)
    assert Entry.objects.filter(action="AskingTakenBack", subject_uid=request.uid).count() == 1
    with pytest.raises(Incomplete) as told:
        taken_back(unserved(), " ")
    assert list(told.value.fields) == ["reason"]


@pytest.mark.parametrize("opinion", ["consent", "refuse"])
def test_nothing_is_taken_back_once_an_answer_came_in(city, opinion):
    request = consulting()
    said: dict[str, Any] = {"party": request.third_parties.get().uid, "opinion": opinion, "reason": "理由。"}
    request = note_opinion(request.uid, discloser(), seen=request.version, **said)
    with pytest.raises(WrongState):
        taken_back(request)


def test_nor_once_silence_was_noted(city):
    with freeze(MONDAY):
        request = consulting()
    with at(date(2026, 4, 1)):
        settle_all()
        with pytest.raises(WrongState):
            taken_back(again(request))


def test_nobody_else_takes_it_back_and_nobody_of_another_request(city, wz_discloser):
    request, other = unserved(), unserved()
    for user in (head(), checker(), person(), wz_discloser):
        said: dict[str, Any] = {"party": request.third_parties.get().uid, "reason": WHY}
        with pytest.raises(NotAllowed):
            take_back(request.uid, user, seen=request.version, **said)
    with pytest.raises(WrongState):
        take_back(request.uid, discloser(), seen=request.version, party=other.third_parties.get().uid, reason=WHY)
    assert again(request).third_parties.get().opinion == ""


def test_where_nobody_is_asked_nothing_can_be_taken_back(city):
    for request in (received(), supplementing()):
        with pytest.raises((WrongState, NotFound)):
            take_back(request.uid, discloser(), seen=request.version, party=request.uid, reason=WHY)


def test_who_was_taken_back_is_served_and_heard_no_more(city):
    request = taken_back(unserved())
    party = request.third_parties.get().uid
    with pytest.raises(WrongState):
        note_service(
            request.uid, discloser(), seen=request.version, party=party, served_on=date(2026, 11, 27), mode="2"
        )
    with pytest.raises(WrongState):
        note_opinion(request.uid, discloser(), seen=request.version, party=party, opinion="consent", reason="")


def test_the_other_one_goes_on_being_asked(city):
    with freeze(MONDAY):
        request = consulting()
        request = consult(request.uid, discloser(), seen=request.version, name="另一公司", question="抽检结果。")
        request = taken_back(request)
        with pytest.raises(WrongState, match="正在征求意见"):
            send_to_check(request.uid, discloser(), seen=request.version, answer=PROVIDED)
    assert [one.opinion for one in request.third_parties.all()] == ["", Opinion.TAKEN_BACK]
    assert request.due == date(2026, 4, 21)


def test_the_date_is_the_same_when_it_is_counted_again(city):
    with freeze(MONDAY):
        request = consulting()
    with at(date(2026, 3, 6)):
        request = taken_back(request)
    InfoRequest.objects.filter(pk=request.pk).update(due=date(2000, 1, 1))
    CountedRequests().count(request.pk)
    assert again(request).due == request.due

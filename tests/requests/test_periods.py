"""Supplement once, others who are asked outside the period, twenty days more once (条例 Art. 30, 32-34)."""

from datetime import date, datetime, time
from functools import partial
from typing import Any

import pytest

from hall.accounts.models import User
from hall.clock import freeze, today
from hall.errors import Incomplete, Invalid, NotAllowed, NotFound, TooLate, WrongState
from hall.workdays.calendars import calendar_for
from hall.workdays.lamp import Lamp
from tests.requests.making import (
    PROVIDED,
    consulting,
    discloser,
    head,
    person,
    received,
    served,
    supplementing,
    unserved,
)
from tracking.requests.actions.answering import send_to_check
from tracking.requests.actions.applicant import supplement, withdraw
from tracking.requests.actions.handle import ask_supplement, extend
from tracking.requests.actions.recount import CountedRequests
from tracking.requests.actions.settle import settle_all
from tracking.requests.actions.third_parties import consult, note_opinion, note_service
from tracking.requests.lifecycle import RequestState
from tracking.requests.limits import lamp_of
from tracking.requests.models import InfoRequest

pytestmark = pytest.mark.django_db
MONDAY = datetime(2026, 3, 2, 10, 0)


def lamp(request: InfoRequest, today: date) -> Lamp | None:
    return lamp_of(request, today, calendar_for("500103"))[0]


def at(day: date):
    return freeze(datetime.combine(day, time(9, 0)))


class TestSupplement:
    def test_the_period_begins_anew_with_the_supplement(self, city):
        with freeze(MONDAY):
            request = supplementing()
        assert request.due == date(2026, 3, 16)
        assert lamp(request, date(2026, 3, 9)) == Lamp.BLUE
        with at(date(2026, 3, 10)):
            request = supplement(request.uid, person(), seen=request.version, given="游泳场所。")
        assert request.state == RequestState.RECEIVED
        assert request.received_on == date(2026, 3, 2)
        assert request.due == date(2026, 4, 8)

    def test_only_once(self, city):
        request = supplementing()
        request = supplement(request.uid, person(), seen=request.version, given="游泳场所。")
        with pytest.raises(WrongState, match="只能一次性告知"):
            ask_supplement(request.uid, discloser(), seen=request.version, asked="再写一次。", days=10)

    def test_only_within_seven_working_days(self, city):
        with freeze(MONDAY):
            request = received()
        with at(date(2026, 3, 12)), pytest.raises(TooLate):
            ask_supplement(request.uid, discloser(), seen=request.version, asked="请写明。", days=10)
        with at(date(2026, 3, 11)):
            ask_supplement(request.uid, discloser(), seen=request.version, asked="请写明。", days=10)

    def test_what_does_not_come_abandons_it_at_the_midnight_after(self, city):
        with freeze(MONDAY):
            request = supplementing()
        with at(date(2026, 3, 16)):
            assert settle_all() == 0
        with at(date(2026, 4, 20)):
            assert (settle_all(), settle_all()) == (1, 0)
        request.refresh_from_db()
        assert request.state == RequestState.ABANDONED
        assert request.ended_at
        assert request.ended_at.isoformat() == "2026-03-16T16:00:00+00:00"
        with pytest.raises(WrongState), at(date(2026, 4, 20)):
            supplement(request.uid, person(), seen=request.version, given="游泳场所。")

    def test_nobody_else_supplements(self, city, applicant_li):
        request = supplementing()
        with pytest.raises(NotFound):
            supplement(request.uid, applicant_li, seen=request.version, given="游泳场所。")

    def test_what_must_be_supplemented_is_written(self, city):
        request = received()
        with pytest.raises(Incomplete):
            ask_supplement(request.uid, discloser(), seen=request.version, asked=" ", days=10)


class TestThirdParties:
    def test_the_time_in_which_they_are_asked_is_not_counted(self, city):
        with freeze(MONDAY):
            request = consulting()
        # Fifteen working days from the second of March end on the twenty-third: all of them are taken out.
        assert request.third_parties.get().due == date(2026, 3, 23)
        assert request.due == date(2026, 4, 21)
        assert lamp(request, date(2026, 3, 10)) == Lamp.BLUE

    def test_an_early_answer_lets_the_clock_run_on(self, city):
        with freeze(MONDAY):
            request = consulting()
        party = request.third_parties.get()
        with at(date(2026, 3, 6)):
            request = note_opinion(
                request.uid, discloser(), seen=request.version, party=party.uid, opinion="consent", reason=""
            )
        assert request.due == date(2026, 4, 3)
        assert lamp(request, date(2026, 3, 10)) == Lamp.GREEN

    def test_the_fifteen_days_run_from_service_and_not_from_drafting(self, city):
        with freeze(MONDAY):
            request = unserved()
        party = request.third_parties.get()
        assert (party.due, request.due) == (None, date(2026, 3, 30))
        assert lamp(request, date(2026, 3, 3)) == Lamp.GREEN
        with at(date(2026, 4, 1)):
            assert settle_all() == 0
        with at(date(2026, 3, 9)):
            request = served(request, date(2026, 3, 9))
        assert request.third_parties.get().due == date(2026, 3, 30)
        assert lamp(request, date(2026, 3, 10)) == Lamp.BLUE
        # From the day of service to the last day for the opinion nothing of the answer's period is used.
        assert request.due == date(2026, 4, 22)

    @pytest.mark.parametrize("day", [date(2026, 3, 1), date(2026, 3, 11)])
    def test_service_is_neither_before_the_asking_nor_in_the_future(self, city, day):
        with freeze(MONDAY):
            request = unserved()
        with at(date(2026, 3, 10)), pytest.raises(Invalid) as told:
            served(request, day)
        assert list(told.value.fields) == ["served_on"]

    def test_service_is_noted_once_and_by_nobody_else(self, city):
        request = consulting()
        said: dict[str, Any] = {"party": request.third_parties.get().uid, "served_on": today(), "mode": "2"}
        with pytest.raises(WrongState):
            note_service(request.uid, discloser(), seen=request.version, **said)
        other = unserved()
        with pytest.raises(NotAllowed):
            note_service(other.uid, head(), seen=other.version, **said | {"party": other.third_parties.get().uid})

    def test_nobody_is_heard_before_being_served(self, city):
        request = unserved()
        said: dict[str, Any] = {"party": request.third_parties.get().uid, "opinion": "consent", "reason": ""}
        with pytest.raises(WrongState):
            note_opinion(request.uid, discloser(), seen=request.version, **said)

    def test_an_opinion_that_came_in_time_counts_though_it_was_entered_late(self, city):
        with freeze(MONDAY):
            request = consulting()
        said: dict[str, Any] = {"opinion": "refuse", "reason": "是本公司的工艺。"}
        said["party"] = request.third_parties.get().uid
        with at(date(2026, 4, 1)):
            settle_all()
            request.refresh_from_db()
            with pytest.raises(Invalid) as told:
                note_opinion(request.uid, discloser(), seen=request.version, on=date(2026, 3, 24), **said)
            assert list(told.value.fields) == ["on"]
            request = note_opinion(request.uid, discloser(), seen=request.version, on=date(2026, 3, 6), **said)
        party = request.third_parties.get()
        assert (party.opinion, party.ended_on) == ("refuse", date(2026, 3, 6))
        assert request.due == date(2026, 4, 3)

    def test_silence_is_noted_and_leaves_it_to_the_organ(self, city):
        with freeze(MONDAY):
            request = consulting()
        with at(date(2026, 4, 1)):
            assert (settle_all(), settle_all()) == (1, 0)
        party = request.third_parties.get()
        assert (party.opinion, party.ended_on) == ("silent", date(2026, 3, 23))
        request.refresh_from_db()
        assert request.due == date(2026, 4, 21)

    def test_a_refusal_says_why(self, city):
        request = consulting()
        party = request.third_parties.get()
        with pytest.raises(Incomplete):
            note_opinion(request.uid, discloser(), seen=request.version, party=party.uid, opinion="refuse", reason="")

    def test_asking_after_the_last_day_stops_nothing(self, city):
        with freeze(MONDAY):
            request = received()
        with at(date(2026, 4, 2)), pytest.raises(TooLate):
            consult(request.uid, discloser(), seen=request.version, name="某公司", question="抽检结果。")

    def test_two_asked_at_once_are_taken_out_once(self, city):
        with freeze(MONDAY):
            request = consulting()
            request = consult(request.uid, discloser(), seen=request.version, name="另一公司", question="抽检结果。")
            request = served(request)
        assert request.due == date(2026, 4, 21)


class TestOrgansThatMadeItTogether:
    """条例 Art. 34."""

    def test_their_time_is_not_counted_and_their_silence_is_consent(self, city):
        with freeze(MONDAY):
            request = consulting(made_it=True)
        assert (request.third_parties.get().due, request.due) == (date(2026, 3, 23), date(2026, 4, 21))
        with at(date(2026, 4, 1)):
            assert settle_all() == 1
        party = request.third_parties.get()
        assert (party.opinion, party.ended_on) == ("silent", date(2026, 3, 23))
        assert "视为同意公开" in party.opinion_in_words

    def test_a_refusal_that_came_in_time_is_heard_though_silence_was_noted(self, city):
        with freeze(MONDAY):
            request = consulting(made_it=True)
        with at(date(2026, 4, 1)):
            settle_all()
            party = request.third_parties.get()
            request.refresh_from_db()
            told = partial(note_opinion, request.uid, discloser(), seen=request.version, on=date(2026, 3, 23))
            told(party=party.uid, opinion="refuse", reason="正在核对数据。")
        party.refresh_from_db()
        assert (party.opinion, party.ended_on) == ("refuse", date(2026, 3, 23))

    def test_the_letter_says_so_and_is_not_the_applicants(self, city):
        request = consulting(made_it=True)
        paper = request.papers.get(kind="organs")
        assert "逾期未提出意见的，视为同意公开" in "".join(paper.content["sentences"])
        assert "第三十四条" in "".join(paper.content["sentences"])
        assert not paper.for_applicant
        assert not request.papers.filter(kind="consultation").exists()

    def test_what_they_say_is_heard_and_binds_nobody(self, city):
        request = consulting(made_it=True)
        party = request.third_parties.get()
        request = note_opinion(
            request.uid, discloser(), seen=request.version, party=party.uid, opinion="refuse", reason="正在核对数据。"
        )
        # No great public interest has to be shown, as it would against a third party.
        request = send_to_check(request.uid, discloser(), seen=request.version, answer=PROVIDED)
        assert (request.state, request.public_interest) == ("checking", "")

    def test_nobody_answers_while_they_are_asked(self, city):
        request = consulting(made_it=True)
        with pytest.raises(WrongState, match="正在征求意见"):
            send_to_check(request.uid, discloser(), seen=request.version, answer=PROVIDED)


class TestExtension:
    def test_the_head_gives_twenty_working_days_more_once(self, city):
        with freeze(MONDAY):
            request = received()
            assert request.due == date(2026, 3, 30)
            request = extend(request.uid, head(), seen=request.version, reason="检索量大。")
            assert request.due == date(2026, 4, 28)
            with pytest.raises(WrongState, match="只能延长一次"):
                extend(request.uid, head(), seen=request.version, reason="还要更久。")

    @pytest.mark.parametrize("who", [discloser, person])
    def test_nobody_else_extends(self, city, who):
        request = received()
        with pytest.raises(NotAllowed):
            extend(request.uid, who(), seen=request.version, reason="检索量大。")

    def test_not_after_the_last_day(self, city):
        with freeze(MONDAY):
            request = received()
        with at(date(2026, 3, 31)), pytest.raises(TooLate):
            extend(request.uid, head(), seen=request.version, reason="检索量大。")


def test_the_applicant_withdraws_at_any_time_before_the_answer(city):
    for request in (received(), supplementing(), consulting()):
        assert withdraw(request.uid, person(), seen=request.version).state == RequestState.WITHDRAWN


def test_whoever_looked_at_an_older_version_is_told_what_happened(city):
    request = received()
    seen = request.version
    user: User = discloser()
    consult(request.uid, user, seen=seen, name="某公司", question="抽检结果。")
    with pytest.raises(WrongState) as told:
        ask_supplement(request.uid, user, seen=seen, asked="请写明。", days=10)
    assert told.value.happened == ["征求意见"]


def test_due_dates_are_derived(city):
    with freeze(MONDAY):
        for request in (received(), supplementing(), consulting()):
            before = request.due
            InfoRequest.objects.filter(pk=request.pk).update(due=date(2000, 1, 1))
            CountedRequests().count(request.pk)
            request.refresh_from_db()
            assert request.due == before

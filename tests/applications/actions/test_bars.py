"""Bars (行政许可法 Art. 78, 79; T14, T15): whole years, lifted by the date alone, never a door shut by a machine."""

from datetime import date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from applications.actions.bars import bar_for_fraud, barred_until, lift_bar
from applications.actions.decide import deny, grant
from applications.actions.refuse import refuse_barred
from applications.documents.builders import Ground
from applications.documents.kinds import Kind
from applications.events import BarLifted, BarSet
from applications.lifecycle import CaseState
from applications.models import ApplicantBar, BarKind, Room
from applications.queries.bars import bar_against, bar_against_draft
from hall.clock import freeze
from hall.errors import Incomplete, NotAllowed, WrongState
from hall.events.announcements import kind_of
from hall.events.models import Event
from tests.applications.actions.refusing import refused
from tests.applications.actions.test_refuse import falsified
from tests.factories.cases import (
    LABOUR_DISPATCH,
    clerk,
    draft_case,
    fresh,
    received_case,
    reviewed_case,
    seen,
)

pytestmark = pytest.mark.django_db
FOUND = datetime(2026, 11, 24, 9)
LAW = "《中华人民共和国行政许可法》第三十八条第二款"


@pytest.fixture
def barred(city):
    """The applicant is barred since 2026-11-24; a draft of the same item could begin at once."""
    with freeze(FOUND):
        handling = received_case()
        falsified(handling)
    return fresh(handling)


def filed_again(moment=datetime(2026, 12, 1, 9), **asked):
    with freeze(moment):
        return received_case(**asked)


@pytest.mark.parametrize(
    ("start", "kind", "last"),
    [
        (date(2026, 11, 24), BarKind.FALSE_MATERIAL, date(2027, 11, 24)),
        (date(2026, 11, 24), BarKind.FRAUD, date(2029, 11, 24)),
        (date(2028, 2, 29), BarKind.FALSE_MATERIAL, date(2029, 2, 28)),
        (date(2028, 2, 29), BarKind.FRAUD, date(2031, 2, 28)),
    ],
)
def test_a_bar_is_counted_in_calendar_years(start, kind, last):
    assert barred_until(start, kind) == last


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.dates(date(2004, 7, 1), date(2090, 12, 31)), st.sampled_from(list(BarKind)))
def test_a_bar_never_ends_on_a_later_day_of_the_year(start, kind):
    last = barred_until(start, kind)
    assert last.year - start.year == {BarKind.FALSE_MATERIAL: 1, BarKind.FRAUD: 3}[kind]
    assert (last.month, last.day) <= (start.month, start.day)
    assert (start.month, start.day) in {(last.month, last.day), (2, 29)}


def test_it_lifts_by_the_date_alone(barred):
    bar = ApplicantBar.objects.get()
    with freeze(datetime(2027, 11, 24, 23, 59)):
        assert bar_against_draft(draft_case()) == bar
    with freeze(datetime(2027, 11, 25)):
        assert bar_against_draft(draft_case()) is None


def test_a_barred_applicant_is_warned_filed_and_sent_to_a_person(barred):
    handling = filed_again()
    application = handling.application
    assert application.state == CaseState.RECEIVED
    assert application.has_been_in(Room.BAR)
    with freeze(datetime(2026, 12, 1, 9)):
        assert bar_against(application) == ApplicantBar.objects.get()


def test_another_applicant_and_another_item_are_free(barred):
    other = filed_again(by="zhangxiaoman")
    assert not other.application.has_been_in(Room.BAR)
    elsewhere = filed_again(item=LABOUR_DISPATCH, by="yunshang")
    assert not elsewhere.application.has_been_in(Room.BAR)


def refuse(handling, *, by=None):
    user = by or clerk(handling, "window")
    return refuse_barred(handling.uid, user, seen=seen(handling), reason="限制期内再次申请。")


def test_the_window_may_refuse_while_the_bar_runs(barred, stranger):
    handling = filed_again()
    with freeze(datetime(2026, 12, 1, 10)):
        for person in (clerk(handling, "signer"), stranger):
            with refused(handling, NotAllowed):
                refuse(handling, by=person)
        refuse(handling)
    handling = fresh(handling)
    assert handling.application.state == CaseState.REFUSED
    told = handling.application.papers.get(kind=Kind.NOT_COMPETENT).facts
    assert (told.ground, told.barred_until) == (Ground.BARRED, date(2027, 11, 24))
    assert told.words()["remedies"]


def test_who_is_not_barred_cannot_be_refused_for_it(city):
    handling = received_case()
    with refused(handling, WrongState):
        refuse(handling)


def test_nothing_is_granted_while_the_bar_runs(barred):
    with freeze(datetime(2026, 12, 1, 9)):
        handling = reviewed_case()
        with refused(handling, Incomplete) as told:
            grant(handling.uid, clerk(handling, "signer"), seen=seen(handling), content="准予经营。")
        assert "不得再次申请" in str(told.value.message)


def test_a_denial_for_false_materials_bars_as_well(city):
    with freeze(FOUND):
        handling = reviewed_case()
        signer = clerk(handling, "signer")
        told: Any = {"reasons": "检测报告系伪造。", "legal_basis": [LAW], "falsified": True}
        with refused(handling, Incomplete):
            deny(handling.uid, signer, seen=seen(handling), **told)
        decision = deny(handling.uid, signer, seen=seen(handling), **told, heard="已告知，未提出。")
    assert decision.legal_basis == [LAW, "《中华人民共和国行政许可法》第七十八条"]
    bar = ApplicantBar.objects.get()
    assert (bar.kind, bar.barred_until) == (BarKind.FALSE_MATERIAL, date(2027, 11, 24))
    paper = fresh(handling).application.papers.get(kind=Kind.DENIAL).facts
    assert (paper.warned, paper.barred_until) == (True, bar.barred_until)
    assert Event.objects.filter(kind=kind_of(BarSet), subject_uid=handling.application.uid).count() == 1


def test_an_ordinary_denial_bars_nobody(city):
    handling = reviewed_case()
    deny(handling.uid, clerk(handling, "signer"), seen=seen(handling), reasons="不符合卫生标准。", legal_basis=[LAW])
    assert not ApplicantBar.objects.exists()
    assert not fresh(handling).application.papers.get(kind=Kind.DENIAL).facts.warned


def test_a_licence_got_by_fraud_bars_for_three_years_from_the_revocation(city):
    handling = received_case()
    head = clerk(handling, "head")
    since = date(2026, 11, 20)
    bar = bar_for_fraud(handling.application, by=head, since=since)
    again = bar_for_fraud(handling.application, by=head, since=since + timedelta(days=1))
    assert bar
    assert (bar.kind, bar.barred_until, again) == (BarKind.FRAUD, date(2029, 11, 20), bar)


def test_only_the_head_lifts_it_before_its_time_and_says_why(barred, stranger):
    handling, reason = barred, "行政复议决定撤销了不予受理决定。"
    with freeze(datetime(2026, 12, 1, 9)):
        for person in (clerk(handling, "window"), clerk(handling, "signer"), stranger):
            with refused(handling, NotAllowed):
                lift_bar(handling.uid, person, seen=seen(handling), reason=reason)
        with refused(handling, Incomplete):
            lift_bar(handling.uid, clerk(handling, "head"), seen=seen(handling), reason="")
        lift_bar(handling.uid, clerk(handling, "head"), seen=seen(handling), reason=reason)
        assert bar_against_draft(draft_case()) is None
        with refused(handling, WrongState):
            lift_bar(handling.uid, clerk(handling, "head"), seen=seen(handling), reason=reason)
    assert Event.objects.filter(kind=kind_of(BarLifted)).count() == 1

"""The right to a hearing (行政许可法 Art. 47): told to both sides, five days to ask, then it lapses by itself (T9)."""

from datetime import date, datetime, timedelta

import pytest
from django.test import override_settings

from applications.actions.hearings.recording import record_request, record_waiver
from applications.actions.hearings.requesting import request_hearing, waive_hearing
from applications.actions.hearings.telling import tell_hearing_right
from applications.actions.settling import settle_one
from applications.documents.kinds import Kind
from applications.hearing_lifecycle import HearingState
from applications.models import Errand, HearingParty, Matter
from applications.rules import papers_for
from applications.timeline import timeline_of
from hall.clock import SHANGHAI, freeze, today
from hall.errors import Incomplete, NotAllowed, NotFound, TooLate, WrongState
from hall.events.models import Event
from hall.notifications.models import Message
from tests.applications.actions.refusing import refused
from tests.factories.cases import accepted_case, clerk, decided_case, fresh, received_case, seen
from tests.factories.hearings import NEIGHBOUR, REASON, again, neighbour, own_party, requested_hearing, told_hearing

pytestmark = pytest.mark.django_db
TUESDAY = datetime(2026, 11, 24, 9)


def test_both_sides_are_told_in_writing(city):
    handling = accepted_case()
    hearing = told_hearing(handling)
    papers = handling.application.papers.filter(kind=Kind.HEARING_RIGHT)
    assert {one.facts.addressee for one in papers} == {handling.application.applicant_name, NEIGHBOUR.name}
    assert hearing.state == HearingState.TOLD
    assert Message.objects.filter(recipient=handling.application.applicant, kind="applications.hearing").count() == 1


def test_the_applicant_reads_their_own_notice_and_not_the_neighbours(city):
    handling = accepted_case()
    told_hearing(handling)
    mine = handling.application.papers.filter(papers_for(handling.application.applicant), kind=Kind.HEARING_RIGHT)
    assert [one.facts.addressee for one in mine] == [handling.application.applicant_name]


@pytest.mark.parametrize(("unit", "last"), [("working", "2026-12-01"), ("natural", "2026-11-30")])
def test_five_days_are_working_days_unless_the_setting_says_natural(city, unit, last):
    with freeze(TUESDAY), override_settings(HALL_APPLICANT_PERIOD_UNIT=unit):
        handling = accepted_case()
        told_hearing(handling)
        paper = handling.application.papers.filter(kind=Kind.HEARING_RIGHT).first()
    assert str(paper.facts.latest_on) == last


def test_whose_request_it_was_stands_in_the_timeline(city):
    """The applicant's own, and what an officer wrote down for a neighbour; the clock that stops is the agency's."""
    handling = accepted_case()
    hearing = requested_hearing(handling)
    record_request(
        handling.uid, clerk(handling, "examiner"), seen=seen(handling), party=neighbour(hearing).uid, asked_on=today()
    )
    waive_hearing(handling.application.uid, handling.application.applicant, seen=seen(handling))
    said = [(one.title, one.meta) for one in timeline_of(fresh(handling).application) if one.state == "done"]
    agency = handling.department.name
    assert [meta for title, meta in said if title == "申请听证"] == ["申请人", agency]
    assert [meta for title, meta in said if title == "放弃听证"] == ["申请人"]
    assert [meta for title, meta in said if title == "启动特别程序，暂停计时"] == [agency]


def test_the_applicant_asks_in_time_and_the_agency_owes_it_in_twenty_days(city):
    with freeze(TUESDAY):
        handling = accepted_case()
        hearing = requested_hearing(handling)
    errand = Errand.objects.get(matter=Matter.ORGANISE_HEARING, subject_uid=hearing.uid)
    assert again(hearing).state == HearingState.REQUESTED
    assert str(errand.counted_from) == "2026-11-24"
    assert str(errand.due) == "2026-12-22"


def test_unused_the_right_lapses_by_itself_at_midnight(city):
    with freeze(TUESDAY):
        handling = accepted_case()
        hearing = told_hearing(handling)
    assert fresh(handling).application.settle_at == datetime(2026, 12, 2, tzinfo=SHANGHAI)
    with freeze(datetime(2026, 12, 1, 23, 59)):
        assert not settle_one(handling.application.uid)
    with freeze(datetime(2026, 12, 5)):
        assert settle_one(handling.application.uid)
    assert again(hearing).state == HearingState.LAPSED
    assert again(hearing).ended_at == datetime(2026, 12, 2, tzinfo=SHANGHAI)


def test_on_the_sixth_day_it_is_too_late_to_ask(city):
    with freeze(TUESDAY):
        handling = accepted_case()
        told_hearing(handling)
    with freeze(datetime(2026, 12, 2, 0, 1)), pytest.raises(WrongState):
        request_hearing(handling.application.uid, handling.application.applicant, seen=seen(handling))


def test_a_letter_that_came_in_time_counts_though_it_is_written_down_later(city):
    with freeze(TUESDAY):
        handling = accepted_case()
        hearing = told_hearing(handling)
    with freeze(datetime(2026, 12, 3, 9)):
        settle_one(handling.application.uid)
        record_request(
            handling.uid,
            clerk(handling, "examiner"),
            seen=seen(handling),
            party=neighbour(hearing).uid,
            asked_on=date(2026, 12, 1),
        )
    assert again(hearing).state == HearingState.REQUESTED
    assert str(again(hearing).owed_on) == "2026-12-01"


def test_a_letter_that_came_late_does_not(city):
    with freeze(TUESDAY):
        handling = accepted_case()
        hearing = told_hearing(handling)
    with freeze(datetime(2026, 12, 3, 9)):
        settle_one(handling.application.uid)
        with refused(handling, TooLate):
            record_request(
                handling.uid,
                clerk(handling, "examiner"),
                seen=seen(handling),
                party=neighbour(hearing).uid,
                asked_on=date(2026, 12, 2),
            )


def test_somebody_told_later_has_five_days_of_their_own(city):
    with freeze(TUESDAY):
        handling = accepted_case()
        hearing = told_hearing(handling)
    with freeze(TUESDAY + timedelta(days=2)):
        later = told_hearing(handling, interested=[type(NEIGHBOUR)("后来告知的李某")])
    assert later.pk == hearing.pk
    assert sorted(str(one.told_on) for one in HearingParty.objects.filter(hearing=hearing)) == [
        "2026-11-24",
        "2026-11-24",
        "2026-11-26",
    ]
    assert fresh(handling).application.settle_at == datetime(2026, 12, 4, tzinfo=SHANGHAI)


def test_when_everybody_waives_it_is_over_at_once(city):
    handling = accepted_case()
    hearing = told_hearing(handling)
    waive_hearing(handling.application.uid, handling.application.applicant, seen=seen(handling))
    assert again(hearing).state == HearingState.TOLD
    examiner = clerk(handling, "examiner")
    record_waiver(handling.uid, examiner, seen=seen(handling), party=neighbour(hearing).uid)
    assert again(hearing).state == HearingState.WAIVED


def test_a_request_taken_back_leaves_the_others_their_days(city):
    with freeze(TUESDAY):
        handling = accepted_case()
        hearing = requested_hearing(handling)
        waive_hearing(handling.application.uid, handling.application.applicant, seen=seen(handling))
        assert again(hearing).state == HearingState.REQUESTED
    with freeze(datetime(2026, 12, 2)):
        settle_one(handling.application.uid)
    assert again(hearing).state == HearingState.WAIVED
    assert not Errand.objects.filter(subject_uid=hearing.uid, done_at=None).exists()


def test_a_second_click_asks_once(city):
    handling = accepted_case()
    told_hearing(handling)
    version = seen(handling)
    applicant = handling.application.applicant
    request_hearing(handling.application.uid, applicant, seen=version)
    with refused(handling, WrongState):
        request_hearing(handling.application.uid, applicant, seen=version)


def test_it_is_not_a_strangers_to_ask(city, stranger):
    handling = accepted_case()
    told_hearing(handling)
    with refused(handling, NotFound):
        request_hearing(handling.application.uid, stranger, seen=seen(handling))


def test_only_officers_of_the_case_tell_of_it(city, yz_wj_window, wz_wj_examiner, stranger):
    handling = accepted_case()
    for person in (yz_wj_window, wz_wj_examiner, stranger):
        with refused(handling, NotAllowed):
            tell_hearing_right(handling.uid, person, seen=seen(handling), reason=REASON, interested=[NEIGHBOUR])


def test_without_anybody_else_concerned_there_is_no_such_right(city):
    handling = accepted_case()
    with refused(handling, Incomplete):
        told_hearing(handling, interested=[])


@pytest.mark.parametrize("made", [received_case, decided_case])
def test_it_is_told_between_acceptance_and_decision(city, made):
    handling = made()
    with refused(handling, WrongState):
        told_hearing(handling)


def test_names_and_contacts_stay_out_of_the_events(city):
    handling = accepted_case()
    hearing = requested_hearing(handling)
    told = str(list(Event.objects.filter(subject_uid=handling.application.uid).values_list("payload", flat=True)))
    assert NEIGHBOUR.name not in told
    assert own_party(hearing).name not in told

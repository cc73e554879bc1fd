"""A quota is granted in the order of acceptance (行政许可法 Art. 57): nobody is skipped, nobody gets one too many."""

from datetime import datetime, timedelta
from typing import Any

import pytest

from applications.actions.decide import grant
from applications.models import Application, Decision, Licence, LicenceState, Purpose, Room, Suspension
from applications.queries.allocation import against_quota, ahead_of, grounds_offered, place_of, places_left
from applications.views.clerk.forms import DenyForm
from hall.catalogue.spec import Quota
from hall.clock import freeze
from hall.errors import Incomplete, NotAllowed, WrongState
from tests.applications.actions.refusing import refused
from tests.factories.cases import (
    CONTENT,
    accepted_case,
    clerk,
    decide,
    examine,
    fresh,
    issued_case,
    received_case,
    reviewed_case,
    seen,
)
from tests.factories.hearings import told_hearing
from tests.factories.specs import item_says

pytestmark = pytest.mark.django_db
TUESDAY = datetime(2026, 11, 24, 9)
# Whoever applies for a place: a person or a company each.
PEOPLE = ("qingquan", "yunshang", "zhangxiaoman", "liyinuo")


def examined_in_turn(count=2):
    """Accepted one after the other, a minute apart, and ready to be decided."""
    cases = []
    for number, by in enumerate(PEOPLE[:count]):
        with freeze(TUESDAY + timedelta(minutes=number)):
            cases.append(reviewed_case(by=by))
    return cases


def test_who_was_accepted_first_is_decided_first(city):
    with item_says(quota=Quota(5)), freeze(TUESDAY + timedelta(hours=1)):
        first, second = examined_in_turn()
        with refused(second, Incomplete) as told:
            decide(second)
        assert first.application.case_no in str(told.value.message)
        assert first.application.applicant_name not in str(told.value.message)
        decide(first)
        assert decide(fresh(second)).decision.granted


def test_a_denial_waits_for_nobody(city):
    with item_says(quota=Quota(5)):
        _first, second = examined_in_turn()
        assert not decide(second, granted=False).decision.granted


def test_the_last_place_goes_to_the_first_and_the_reason_for_the_next_is_offered(city):
    with item_says(quota=Quota(1)):
        first, second = examined_in_turn()
        decide(first)
        second = fresh(second)
        assert places_left(second.application.offering_id, Quota(1)) == 0
        with refused(second, Incomplete) as told:
            decide(second)
        assert "数量已经用完" in str(told.value.message)
        grounds: Any = DenyForm(second).fields["grounds"]
        offered = grounds.choices
        assert "quota_exhausted" in [key for key, _text in offered]
        assert "第五十七条" in grounds_offered(second)[0].basis
        assert not decide(second, granted=False).decision.granted


def test_an_earlier_case_in_a_hearing_keeps_its_place_and_holds_up_nobody_else(city):
    with item_says(quota=Quota(2)):
        first, second, third = examined_in_turn(3)
        told_hearing(first)
        assert decide(second).decision.granted
        with refused(third, Incomplete) as told:
            decide(fresh(third))
        assert "保留" in str(told.value.message)


def test_so_does_one_whose_clock_is_stopped(city):
    with item_says(quota=Quota(1)):
        first, second = examined_in_turn()
        stop(first)
        with refused(second, Incomplete) as told:
            decide(second)
        assert "保留" in str(told.value.message)


def stop(handling):
    application = Application.objects.get(pk=handling.application_id)
    application.rooms = [str(Room.SUSPENSION)]
    application.save()
    paper = application.papers.first()
    Suspension.objects.create(
        application=application,
        handling=handling,
        kind="expert_review",
        name="专家评审",
        basis="《演示条例》第一条",
        reason="需要专家评审。",
        estimated_days=10,
        performer="演示专家组",
        fee_bearer="行政机关",
        proposed_by_uid=clerk(handling, "examiner").uid,
        proposed_by_name="甲",
        answered_by_uid=clerk(handling, "signer").uid,
        answered_by_name="乙",
        notice=paper,
        begun_on="2026-11-24",
    )


def test_one_found_wanting_is_not_skipped_without_a_place_kept(city):
    with item_says(quota=Quota(1)):
        first, second = examined_in_turn()
        first.steps.filter(kind="review").update(favourable=False)
        assert ahead_of(second.application).reserved == 1
        with refused(second, Incomplete):
            decide(second)
        decide(first, granted=False)
        assert decide(fresh(second)).decision.granted


def test_accepted_by_silence_the_day_of_receipt_counts_also_before_anybody_noticed(city):
    with freeze(TUESDAY):
        silent = received_case(by="qingquan")
    with item_says(quota=Quota(5)):
        with freeze(datetime(2026, 11, 25, 9)):
            later = reviewed_case(by="yunshang")
        with freeze(datetime(2026, 12, 2, 9)):
            assert place_of(Application.objects.get(pk=silent.application_id)) < place_of(later.application)
            with refused(later, Incomplete):
                decide(later)


def test_received_and_not_yet_accepted_nobody_has_a_place(city):
    with item_says(quota=Quota(5)), freeze(TUESDAY):
        received_case(by="qingquan")
        with freeze(TUESDAY + timedelta(hours=1)):
            assert decide(reviewed_case(by="yunshang")).decision.granted


def test_a_quota_of_the_year_begins_anew(city):
    with item_says(quota=Quota(1, "year")):
        with freeze(TUESDAY):
            decide(reviewed_case(by="qingquan"))
            other = reviewed_case(by="yunshang")
            with refused(other, Incomplete):
                decide(other)
        with freeze(datetime(2027, 1, 4, 9)):
            assert decide(fresh(other)).decision.granted


def test_a_quota_of_the_month_too(city):
    with freeze(TUESDAY):
        granted = decide(reviewed_case(by="qingquan"))
        assert places_left(granted.application.offering_id, Quota(1, "month")) == 0
    with freeze(datetime(2026, 12, 1, 0, 1)):
        assert places_left(granted.application.offering_id, Quota(1, "month")) == 1


def test_what_has_run_out_frees_its_place_in_a_total(city):
    with freeze(TUESDAY):
        granted = decide(reviewed_case(by="qingquan"))
        assert places_left(granted.application.offering_id, Quota(1, "total")) == 0
        Decision.objects.update(valid_to="2026-11-30")
    with freeze(datetime(2026, 12, 1, 9)):
        assert places_left(granted.application.offering_id, Quota(1, "total")) == 1


def test_so_does_a_licence_that_was_revoked(city):
    issued = issued_case()
    offering = issued.application.offering_id
    assert places_left(offering, Quota(1, "total")) == 0
    Licence.objects.update(state=LicenceState.REVOKED)
    assert places_left(offering, Quota(1, "total")) == 1
    assert places_left(offering, Quota(1, "year")) == 0


def test_a_renewal_keeps_its_place_and_takes_no_other(city):
    issued, renewal = issued_case(), examine(accepted_case(by="yunshang"))
    held = Licence.objects.get(application=issued.application)
    Application.objects.filter(pk=renewal.application_id).update(purpose=Purpose.RENEWAL, held_licence=held)
    with item_says(quota=Quota(1)):
        assert list(against_quota(fresh(renewal))) == []
        assert places_left(issued.application.offering_id, Quota(2, "year")) == 1


@pytest.mark.parametrize("role", ["head", "supervisor", "examiner", "window"])
def test_nobody_may_override_the_order(city, role, staff):
    with item_says(quota=Quota(5)):
        _first, second = examined_in_turn()
        person = staff["yz-supervisor"] if role == "supervisor" else clerk(second, role)
        with refused(second, NotAllowed):
            grant(second.uid, person, seen=seen(second), content=CONTENT)
        with refused(second, Incomplete):
            decide(second)


def test_the_guard_under_the_lock_refuses_what_the_page_did_not_see(city, monkeypatch):
    with item_says(quota=Quota(5)):
        _first, second = examined_in_turn()
        monkeypatch.setattr("applications.actions.decide.hindrances", lambda *_, **__: [])
        with refused(second, WrongState):
            decide(second)


def test_an_ordinary_item_asks_nothing(city, django_assert_num_queries):
    handling = examine(reviewed_case())
    assert handling.application.spec
    with django_assert_num_queries(0):
        assert grounds_offered(handling) == []

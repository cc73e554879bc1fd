"""Accepting (行政许可法 Art. 32 (5))."""

from datetime import datetime, timedelta

import pytest

from applications import deadlines
from applications.actions.accept import accept
from applications.actions.materials import hand_in
from applications.actions.settling import settle_due, settle_one
from applications.actions.supply import supply_correction
from applications.documents.kinds import Kind
from applications.lifecycle import AcceptanceMode, CaseState, HandlingState
from hall.clock import freeze, local_date, today
from hall.errors import NotAllowed, NotFound, WrongState
from hall.uids import uid7
from tests.applications.actions.refusing import refused, told_of
from tests.factories.answers import pdf
from tests.factories.cases import accepted_case, clerk, correcting_case, fresh, received_case, seen

pytestmark = pytest.mark.django_db


def test_the_window_accepts_from_today_and_the_clocks_start(city):
    handling = received_case()
    accept(handling.uid, clerk(handling, "window"), seen=seen(handling))
    handling = fresh(handling)
    application = handling.application
    assert application.state == CaseState.ACCEPTED
    assert application.acceptance_mode == AcceptanceMode.NORMAL
    assert application.accepted_on == handling.clock_from == today()
    assert handling.state == HandlingState.EXAMINING
    assert handling.current_step == "review"
    assert application.intake_due is None
    assert application.settle_at == deadlines.moment_after(application.promise_due)
    assert handling.desk_due == min(application.promise_due, handling.statutory_due)
    assert application.papers.filter(kind=Kind.ACCEPTANCE).count() == 1


def test_each_acceptance_takes_the_next_place_in_the_order_of_its_offering(city):
    first, second = accepted_case(), accepted_case(by="zhangxiaoman")
    assert second.application.acceptance_sequence == first.application.acceptance_sequence + 1


def test_after_a_correction_it_is_accepted_from_the_day_of_the_supplement(city):
    with freeze(datetime(2026, 11, 24, 9)):
        handling = correcting_case()
        window, applicant = clerk(handling, "window"), handling.application.applicant
    with freeze(datetime(2026, 11, 26, 9)):
        key = handling.application.corrections.get().entries[0]["key"]
        hand_in(handling.application.uid, applicant, key, pdf())
        supply_correction(handling.application.uid, applicant, {})
    with freeze(datetime(2026, 11, 27, 9)):
        accept(handling.uid, window, seen=seen(handling))
    assert fresh(handling).application.accepted_on.isoformat() == "2026-11-26"


@pytest.mark.parametrize("role", ["examiner", "signer", "cert"])
def test_another_duty_of_the_same_department_may_not(city, role):
    handling = received_case()
    with refused(handling, NotAllowed):
        accept(handling.uid, clerk(handling, role), seen=seen(handling))


def test_the_window_of_another_hall_may_not(city, wz_wj_window, cq_wj_window):
    handling = received_case()
    for elsewhere in (wz_wj_window, cq_wj_window):
        with refused(handling, NotAllowed):
            accept(handling.uid, elsewhere, seen=seen(handling))


def test_neither_the_applicant_nor_a_stranger_may(city, stranger):
    handling = received_case()
    for person in (handling.application.applicant, stranger):
        with refused(handling, NotAllowed):
            accept(handling.uid, person, seen=seen(handling))


def test_a_handling_that_does_not_exist_is_not_found(city, yz_wj_window):
    with pytest.raises(NotFound):
        accept(uid7(), yz_wj_window, seen=1)


def test_the_second_of_two_is_told_who_was_quicker(city):
    handling = received_case()
    looked_at, window = seen(handling), clerk(handling, "window")
    accept(handling.uid, window, seen=looked_at)
    with refused(handling, WrongState) as told:
        accept(handling.uid, window, seen=looked_at)
    assert any(f"{window.name}：受理" in line for line in told_of(told))


def test_no_outcome_in_five_working_days_is_acceptance_from_the_day_of_receipt(city):
    with freeze(datetime(2026, 11, 24, 9)):
        handling = received_case()
    due = fresh(handling).application.intake_due
    with freeze(datetime(due.year, due.month, due.day, 23, 59)):
        assert settle_due() == 0
    after = due + timedelta(days=1)
    with freeze(datetime(after.year, after.month, after.day)):
        assert settle_due() == 1
        assert settle_due() == 0
    application = fresh(handling).application
    assert application.acceptance_mode == AcceptanceMode.DEEMED
    assert application.accepted_on == local_date(application.received_at)
    assert fresh(handling).clock_from == application.accepted_on
    assert application.papers.filter(kind=Kind.ACCEPTANCE).count() == 1


def test_a_deed_that_comes_too_late_settles_first_and_is_told(city):
    with freeze(datetime(2026, 11, 24, 9)):
        handling = received_case()
        looked_at, window = seen(handling), clerk(handling, "window")
    with freeze(datetime(2026, 12, 8, 9)):
        with pytest.raises(WrongState) as told:
            accept(handling.uid, window, seen=looked_at)
        assert any("受理" in line for line in told_of(told))
        settle_one(handling.application.uid)
    assert fresh(handling).application.acceptance_mode == AcceptanceMode.DEEMED

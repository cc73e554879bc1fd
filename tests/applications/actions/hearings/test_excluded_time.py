"""The time of a hearing is taken out of the limits, told with D-10, until it is on record (行政许可法 Art. 45)."""

from datetime import date, datetime
from typing import Any

import pytest

from applications.actions.hearings.requesting import waive_hearing
from applications.actions.resume import resume
from applications.actions.settling import settle_one
from applications.documents.kinds import Kind
from applications.models import Suspension
from hall.clock import SHANGHAI, freeze
from hall.errors import NotFound
from tests.applications.actions.refusing import refused
from tests.factories.cases import accepted_case, clerk, fresh, seen
from tests.factories.hearings import (
    held_hearing,
    ordered_hearing,
    record,
    requested_hearing,
    schedule,
    told_hearing,
)

pytestmark = pytest.mark.django_db
TUESDAY = datetime(2026, 11, 24, 9)


def test_it_stops_with_the_request_and_is_told_in_writing(city):
    with freeze(TUESDAY):
        handling = accepted_case()
        assert fresh(handling).statutory_due is not None
        hearing = requested_hearing(handling)
    suspension: Any = Suspension.objects.get(hearing=hearing)
    assert (suspension.kind, str(suspension.begun_on)) == ("hearing", "2026-11-24")
    notice: Any = suspension.notice
    assert notice.kind == Kind.SUSPENSION
    assert "不承担费用" in notice.facts.fee_bearer
    assert fresh(handling).statutory_due is None


def test_telling_of_the_right_alone_stops_nothing(city):
    handling = accepted_case()
    due = handling.statutory_due
    told_hearing(handling)
    assert fresh(handling).statutory_due == due
    assert not Suspension.objects.exists()


def test_it_runs_on_once_the_record_is_complete_and_the_days_are_added(city):
    with freeze(TUESDAY):
        handling = accepted_case()
        before = handling.statutory_due
        hearing = requested_hearing(handling)
        schedule(handling, hearing, starts_at=datetime(2026, 12, 3, 9, tzinfo=SHANGHAI))
    held_hearing(handling, hearing)
    with freeze(datetime(2026, 12, 7, 9)):
        record(handling, hearing)
    suspension = Suspension.objects.get()
    assert (str(suspension.begun_on), str(suspension.ended_on)) == ("2026-11-24", "2026-12-07")
    # 24 November is the day of acceptance and not counted; nine working days follow it up to 7 December.
    assert (str(before), str(fresh(handling).statutory_due)) == ("2026-12-22", "2027-01-05")


def test_of_its_own_motion_it_stops_with_the_order(city):
    with freeze(TUESDAY):
        handling = accepted_case()
        hearing = ordered_hearing(handling)
    assert str(Suspension.objects.get(hearing=hearing).begun_on) == "2026-11-24"


def test_given_up_by_all_it_runs_on(city):
    with freeze(TUESDAY):
        handling = accepted_case()
        requested_hearing(handling)
        waive_hearing(handling.application.uid, handling.application.applicant, seen=seen(handling))
    with freeze(datetime(2026, 12, 4)):
        settle_one(handling.application.uid)
    assert Suspension.objects.get().ended_on == date(2026, 12, 1)
    assert fresh(handling).statutory_due is not None


def test_no_officer_ends_it_by_hand(city):
    handling = accepted_case()
    requested_hearing(handling)
    suspension = Suspension.objects.get()
    with refused(handling, NotFound):
        resume(
            handling.uid, clerk(handling, "examiner"), seen=seen(handling), suspension=suspension.uid, result="已结束"
        )

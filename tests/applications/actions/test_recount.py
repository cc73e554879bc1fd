"""Due dates are derived: a changed calendar moves the open ones, and deleting them all loses nothing."""

from datetime import date, datetime

import pytest

from applications import deadlines
from applications.actions.recount import open_cases, recount
from applications.models import Application, Handling
from hall.audit.models import Entry
from hall.clock import freeze
from hall.events.worker import drain
from hall.workdays.actions import add_regional_days
from hall.workdays.kinds import DayKind, DayRow
from tests.factories.cases import accepted_case, correcting_case, decided_case, received_case

pytestmark = pytest.mark.django_db
MONDAY = datetime(2026, 3, 2, 10, 0)


def holiday(*days, region):
    rows = [DayRow(date=day, kind=DayKind.REST, name="县庆") for day in days]
    add_regional_days(rows, region=region, basis="演示：自治县人民政府公告")


def test_a_holiday_of_the_region_moves_the_open_dates_by_a_day(city):
    with freeze(MONDAY):
        handling = accepted_case()
        before = handling.application.promise_due
        holiday(date(2026, 3, 4), region="500103")
        drain()
    moved = Application.objects.get(pk=handling.application_id)
    assert (before, moved.promise_due) == (date(2026, 3, 11), date(2026, 3, 12))


def test_every_move_is_on_the_trail(city):
    with freeze(MONDAY):
        handling = accepted_case()
        holiday(date(2026, 3, 4), region="500103")
        drain()
    assert Entry.objects.filter(action="recount", subject_uid=handling.application.uid).count() == 1


def test_a_holiday_elsewhere_moves_nothing(city):
    with freeze(MONDAY):
        handling = accepted_case()
        holiday(date(2026, 3, 4), region="500101")
        drain()
    assert Application.objects.get(pk=handling.application_id).promise_due == handling.application.promise_due


def test_the_intake_period_moves_together_with_the_moment_of_deemed_acceptance(city):
    with freeze(MONDAY):
        handling = received_case()
        holiday(date(2026, 3, 4), region="500103")
        drain()
    moved = Application.objects.get(pk=handling.application_id)
    assert moved.intake_due == date(2026, 3, 10)
    assert moved.settle_at == deadlines.moment_after(date(2026, 3, 10))


def test_the_time_to_correct_moves_too(city):
    with freeze(MONDAY):
        handling = correcting_case()
        before = handling.application.corrections.get().due
        holiday(date(2026, 3, 4), region="500103")
        drain()
    assert handling.application.corrections.get().due > before


def test_a_decided_case_stays_as_it_was(city):
    with freeze(MONDAY):
        handling = decided_case()
        assert list(open_cases("500103")) == []
        holiday(date(2026, 3, 4), region="500103")
        drain()
    assert Handling.objects.get(pk=handling.pk).statutory_due == handling.statutory_due


def test_deleting_every_due_date_and_counting_again_gives_the_same(city):
    with freeze(MONDAY):
        handling = accepted_case()
        application = handling.application
        Application.objects.update(intake_due=None, promise_due=None, settle_at=None)
        Handling.objects.update(statutory_due=None, desk_due=None)
        recount(application.uid)
    again = Handling.objects.select_related("application").get(pk=handling.pk)
    assert again.statutory_due == handling.statutory_due
    assert again.desk_due == handling.desk_due
    assert again.application.promise_due == application.promise_due

"""R15 (domain.md §7.2, §7.4): a late complaint is told to supervision in amber and then in red, once each."""

from datetime import datetime, time, timedelta
from typing import Any

import pytest

from applications.models import BrokenRule
from complaints.grievances.actions.handle import accept
from complaints.grievances.actions.tell_late import tell_all_late
from complaints.grievances.limits import red_after
from complaints.grievances.queries import chronicle
from complaints.grievances.tasks import tell_late
from hall.clock import freeze
from hall.events.models import Event
from hall.workdays.calendars import calendar_for
from tests.factories.cases import work
from tests.grievances.making import again, answered, handler
from tests.grievances.making import filed as filed_now

pytestmark = pytest.mark.django_db
MONDAY = datetime(2026, 3, 2, 10, 0)


def filed(**asked: Any) -> Any:
    """A complaint whose due date a type cannot know to be there."""
    return filed_now(**asked)


def told(grievance):
    events = Event.objects.filter(subject_uid=grievance.uid, kind="applications.RuleBroken").order_by("version")
    return [(one.payload["level"], one.payload["since"]) for one in events]


def day_after(day):
    return freeze(datetime.combine(day + timedelta(days=1), time(0, 1)))


def red(grievance):
    return red_after(grievance.due, calendar_for("500103"))


def test_amber_the_day_after_and_red_five_working_days_later(city):
    with freeze(MONDAY):
        grievance: Any = filed()
    with freeze(datetime.combine(grievance.due, time(23, 59))):
        assert tell_all_late() == 0
    with day_after(grievance.due):
        assert (tell_late(), tell_late()) == (1, 0)
    assert told(grievance) == [("amber", grievance.due.isoformat())]
    with freeze(datetime.combine(red(grievance), time(23, 59))):
        assert tell_all_late() == 0
    with day_after(red(grievance)):
        assert (tell_all_late(), tell_all_late()) == (1, 0)
    assert told(grievance)[1:] == [("red", red(grievance).isoformat())]


def test_noticed_weeks_later_both_are_told_as_if_in_time(city):
    with freeze(MONDAY):
        grievance: Any = filed()
    with freeze(MONDAY + timedelta(days=60)):
        assert tell_all_late() == 1
    assert told(grievance) == [("amber", grievance.due.isoformat()), ("red", red(grievance).isoformat())]


def test_accepted_late_before_anybody_noticed_it_is_told_by_the_deed_and_the_answer_is_watched_anew(city):
    with freeze(MONDAY):
        grievance: Any = filed()
    with freeze(MONDAY + timedelta(days=4)):
        accept(grievance.uid, handler())
    assert [level for level, _since in told(grievance)] == ["amber"]
    taken: Any = again(grievance)
    with day_after(taken.due):
        tell_all_late()
    assert told(grievance)[1:] == [("amber", taken.due.isoformat())]


def test_answered_in_time_nothing_is_told(city):
    with freeze(MONDAY):
        grievance = answered()
    with freeze(MONDAY + timedelta(days=90)):
        assert tell_all_late() == 0
    assert told(grievance) == []


def test_supervisors_read_its_number_and_nothing_of_whom_it_is_about(city):
    with freeze(MONDAY):
        grievance = filed(accused_department=city.departments["yz-wj"])
    with freeze(MONDAY + timedelta(days=5)):
        tell_all_late()
        work()
    row = BrokenRule.objects.get(subject_uid=grievance.uid)
    assert (row.rule, row.level, row.number) == ("R15", "amber", grievance.number)
    assert (row.department, row.hall.code) == (None, "500103")


def test_who_complained_reads_nothing_of_it(city):
    with freeze(MONDAY):
        grievance: Any = filed()
    with freeze(MONDAY + timedelta(days=60)):
        tell_all_late()
    for named in (True, False):
        assert len(chronicle(again(grievance), named=named)) == 1

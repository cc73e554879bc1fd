"""R14 (domain.md §7.4): what is not published in seven working days is told to supervision, once, from the last day."""

from datetime import timedelta

import pytest

from applications.models import BrokenRule
from hall.clock import freeze
from hall.events.models import Event
from tests.cast import client_of
from tests.disclosure.making import again, discloser, drafted, made_public, published, sent
from tests.factories.cases import work
from tracking.disclosure.actions.tell_late import tell_all_late
from tracking.disclosure.tasks import tell_late

pytestmark = pytest.mark.django_db


def told(disclosure):
    events = Event.objects.filter(subject_uid=disclosure.uid, kind="applications.RuleBroken")
    return [(one.payload["rule"], one.payload["since"]) for one in events]


def days_after(disclosure, days):
    from datetime import datetime, time

    return freeze(datetime.combine(disclosure.due + timedelta(days=days), time(0, 1)))


def test_told_once_the_day_after_and_not_on_the_last_day(city):
    disclosure = drafted()
    with days_after(disclosure, 0):
        assert tell_all_late() == 0
    with days_after(disclosure, 1):
        assert (tell_late(), tell_late()) == (1, 0)
    assert told(disclosure) == [("R14", disclosure.due.isoformat())]


def test_noticed_weeks_later_it_is_dated_the_same(city):
    disclosure = drafted()
    with days_after(disclosure, 40):
        client_of(discloser()).get("/500103/disclosure/")
        assert tell_all_late() == 0
    assert told(disclosure) == [("R14", disclosure.due.isoformat())]


def test_published_late_before_anybody_noticed_it_is_told_by_the_deed(city):
    disclosure = sent()
    with days_after(disclosure, 5):
        made_public(disclosure)
    assert told(disclosure) == [("R14", disclosure.due.isoformat())]
    assert again(disclosure).record_uid


def test_published_in_time_nothing_is_told(city):
    disclosure, _record = published()
    with days_after(disclosure, 30):
        assert tell_all_late() == 0
    assert told(disclosure) == []


def test_supervisors_find_it_by_the_number_of_the_paper(city):
    disclosure = drafted()
    with days_after(disclosure, 1):
        tell_all_late()
        work()
    row = BrokenRule.objects.get(subject_uid=disclosure.uid)
    assert (row.rule, row.level) == ("R14", "red")
    assert (row.number, row.department) == (disclosure.document_number, disclosure.department)

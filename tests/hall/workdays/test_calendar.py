"""The calendar in the database."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from hall.actor import Actor
from hall.audit.models import Entry
from hall.errors import Invalid
from hall.events.models import Event
from hall.uids import uid7
from hall.workdays.actions import add_regional_days, load_notice
from hall.workdays.arithmetic import Limit, due_date, workdays_between
from hall.workdays.calendars import calendar_for
from hall.workdays.events import CALENDAR
from hall.workdays.kinds import DayKind, DayRow
from hall.workdays.models import CalendarDay, CalendarRevision, CalendarYear, Source
from hall.workdays.rest_days import forecast
from hall.workdays.seeding import seed
from tests.hall.workdays.calendars import REAL

pytestmark = pytest.mark.django_db

CITY, PENGSHUI = "500000", "500243"
EDITOR = Actor(uid7(), "历管理")


def notice_of_2027() -> list[DayRow]:
    """An invented notice: the spring festival is a week, paid for with a Saturday before and one after."""
    moved = [DayRow(date(2027, 2, day), DayKind.REST, "春节") for day in (11, 12)]
    worked = [DayRow(date(2027, 2, 20), DayKind.WORK, "春节"), DayRow(date(2026, 12, 27), DayKind.WORK, "元旦")]
    return [*forecast(2027), *moved, *worked]


def test_a_migrated_database_knows_all_notices_that_came_with_the_software():
    for year in range(2008, 2027):
        begin, end = date(year - 1, 12, 31), date(year, 12, 31)
        in_table = workdays_between(begin, end, calendar_for(CITY))
        assert in_table == workdays_between(begin, end, REAL), year


def test_seeding_again_changes_nothing():
    before = CalendarRevision.objects.count()
    seed()
    assert CalendarRevision.objects.count() == before


def test_a_year_without_its_notice_is_provisional():
    calendar = calendar_for(CITY)
    assert not due_date(date(2026, 12, 1), Limit(20), calendar).provisional
    assert due_date(date(2026, 12, 4), Limit(20), calendar).provisional
    assert not calendar.is_workday(date(2027, 2, 9))


def test_a_year_beyond_the_table_is_monday_to_friday_and_provisional():
    calendar = calendar_for(CITY)
    assert calendar.is_workday(date(2050, 10, 3))
    assert calendar.is_provisional(date(2050, 10, 3))


def test_the_notice_replaces_the_forecast_and_the_next_question_knows_it():
    before = due_date(date(2027, 2, 1), Limit(10), calendar_for(CITY))
    revision = load_notice(notice_of_2027(), year=2027, notice="国办发明电〔2026〕7号", actor=EDITOR)
    after = due_date(date(2027, 2, 1), Limit(10), calendar_for(CITY))
    assert (before.due, before.provisional) == (date(2027, 2, 19), True)
    assert (after.due, after.provisional) == (date(2027, 2, 22), False)
    assert revision is not None
    assert after.calendar_version == revision.version != before.calendar_version
    assert CalendarYear.objects.get(year=2027).notice == "国办发明电〔2026〕7号"


def test_a_notice_may_move_a_day_of_the_december_before():
    load_notice(notice_of_2027(), year=2027, notice="国办发明电〔2026〕7号")
    assert calendar_for(CITY).is_workday(date(2026, 12, 27))


def test_a_new_notice_is_announced_and_on_record_without_any_name_in_the_event():
    revision = load_notice(notice_of_2027(), year=2027, notice="国办发明电〔2026〕7号", actor=EDITOR)
    assert revision is not None
    event = Event.objects.get(subject_uid=CALENDAR)
    assert event.payload == {"year": 2027, "region": "", "calendar_version": revision.version}
    assert Entry.objects.get(subject_uid=CALENDAR).actor_name == "历管理"
    assert revision.made_by_name == "历管理"


def test_the_same_notice_again_changes_and_announces_nothing():
    load_notice(notice_of_2027(), year=2027, notice="国办发明电〔2026〕7号")
    assert load_notice(notice_of_2027(), year=2027, notice="国办发明电〔2026〕7号") is None
    assert Event.objects.filter(subject_uid=CALENDAR).count() == 1


def test_a_corrected_notice_takes_the_place_of_the_first():
    load_notice(notice_of_2027(), year=2027, notice="国办发明电〔2026〕7号")
    load_notice(forecast(2027), year=2027, notice="国办发明电〔2027〕1号")
    assert calendar_for(CITY).is_workday(date(2027, 2, 11))
    assert not calendar_for(CITY).is_workday(date(2026, 12, 27))


def test_a_notice_that_cannot_be_right_leaves_everything_as_it_was():
    version = calendar_for(CITY).version
    with pytest.raises(Invalid):
        load_notice(forecast(2027)[1:], year=2027, notice="缺页的通知")
    assert calendar_for(CITY).version == version
    assert calendar_for(CITY).is_provisional(date(2027, 1, 1))


def test_a_region_has_days_of_its_own_and_the_others_do_not():
    feast = DayRow(date(2026, 11, 30), DayKind.REST, "自治县成立纪念日")
    add_regional_days([feast], region=PENGSHUI, basis="彭水府发〔2026〕1号")
    assert not calendar_for(PENGSHUI).is_workday(feast.date)
    assert calendar_for("500103").is_workday(feast.date)
    assert calendar_for(PENGSHUI).note(feast.date) == "自治县成立纪念日"


def test_days_of_the_city_count_in_its_districts():
    storm = DayRow(date(2026, 11, 30), DayKind.REST, "暴雨停工")
    add_regional_days([storm], region=CITY, basis="渝府发〔2026〕9号")
    assert not calendar_for("500103").is_workday(storm.date)


def test_a_regional_day_needs_the_act_that_orders_it():
    with pytest.raises(Invalid):
        add_regional_days([DayRow(date(2026, 11, 30), DayKind.REST, "停工")], region=CITY, basis=" ")


def test_a_new_release_with_a_newer_notice_replaces_the_forecast(monkeypatch):
    monkeypatch.setattr("hall.workdays.seeding.packaged", lambda: {2027: ("", notice_of_2027())})
    seed()
    assert CalendarYear.objects.get(year=2027).source == Source.LIBRARY
    assert not calendar_for(CITY).is_provisional(date(2027, 3, 1))


def test_asking_again_costs_one_small_query():
    calendar_for(CITY)
    with CaptureQueriesContext(
        connection,
    ) as queries:
        calendar_for(CITY)
    assert len(queries) == 1
    assert "calendarday" not in queries[0]["sql"]


def test_a_make_up_day_says_what_it_is():
    assert calendar_for(CITY).note(date(2026, 2, 14)) == "春节调休上班"
    assert CalendarDay.objects.get(date=date(2026, 2, 17)).kind == DayKind.STATUTORY

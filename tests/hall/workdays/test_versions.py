"""A calendar version is kept, so that an old due date can be explained by the calendar it was counted by."""

from datetime import date

import pytest
from django.utils.translation import override
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hall.workdays.actions import add_regional_days, load_notice, make
from hall.workdays.arithmetic import Limit, due_date
from hall.workdays.calendars import Supposition, calendar_as_of, calendar_for, supposing
from hall.workdays.changes import Notice, Regional, foreseen
from hall.workdays.kinds import DayKind, DayRow
from hall.workdays.models import CalendarDay, CalendarRevision
from hall.workdays.revisions import current_version, reason_of
from hall.workdays.snapshots import read
from tests.hall.workdays.changing import CITY, holiday, notice_of_2027, rest

pytestmark = pytest.mark.django_db
YUZHONG, PENGSHUI = "500103", "500243"
NOTICE = "国办发明电〔2026〕7号"


def test_the_version_of_a_date_explains_it_after_the_calendar_changed():
    before = due_date(date(2027, 2, 1), Limit(10), calendar_for(CITY))
    load_notice(notice_of_2027(), year=2027, notice=NOTICE)
    older = calendar_as_of(before.calendar_version, CITY)
    assert older
    assert due_date(date(2027, 2, 1), Limit(10), older) == before
    assert due_date(date(2027, 2, 1), Limit(10), calendar_for(CITY)).due != before.due


def test_the_newest_version_is_the_calendar_of_now():
    holiday(date(2026, 11, 30), region=PENGSHUI)
    for division in (CITY, PENGSHUI, YUZHONG):
        assert calendar_as_of(current_version(), division) == calendar_for(division)


def test_a_version_keeps_the_days_of_every_region():
    holiday(date(2026, 11, 30), region=PENGSHUI)
    version = current_version()
    holiday(date(2026, 12, 1), region=PENGSHUI)
    pengshui, yuzhong = (calendar_as_of(version, division) for division in (PENGSHUI, YUZHONG))
    assert pengshui
    assert yuzhong
    assert not pengshui.is_workday(date(2026, 11, 30))
    assert pengshui.is_workday(date(2026, 12, 1))
    assert yuzhong.is_workday(date(2026, 11, 30))


@pytest.mark.parametrize("version", ["", "0", "x", "1-00000000", "99999999999-1", "４-ab", "-", "3"])
def test_what_never_was_a_version_explains_nothing(version):
    assert calendar_as_of(version, CITY) is None
    assert reason_of("no") == ""


def test_a_version_says_why_it_was_made():
    holiday(date(2026, 11, 30), region=PENGSHUI)
    assert "自治县人民政府公告" in reason_of(current_version())


def test_what_is_kept_is_chinese_whatever_language_the_supervisor_reads():
    with override("en"):
        holiday(date(2026, 11, 30), region=PENGSHUI)
    assert "区域调整" in reason_of(current_version())


def test_what_is_foreseen_is_undone():
    version, days = current_version(), CalendarDay.objects.count()
    foreseen(Notice(notice_of_2027(), 2027, NOTICE))
    assert (current_version(), CalendarDay.objects.count()) == (version, days)
    assert calendar_for(CITY).is_provisional(date(2027, 3, 1))


def test_a_supposed_calendar_holds_inside_and_nowhere_else():
    change = Notice(notice_of_2027(), 2027, NOTICE)
    with supposing(Supposition(read(foreseen(change)), "proposed")):
        supposed = calendar_for(CITY)
        assert supposed.version == "proposed"
        assert calendar_for(YUZHONG).version == "proposed"
        assert not supposed.is_provisional(date(2027, 3, 1))
    assert calendar_for(CITY).is_provisional(date(2027, 3, 1))


_KINDS = st.sampled_from(list(DayKind))
_DAYS = st.dates(date(2026, 9, 1), date(2027, 3, 31))
# Each example asks PostgreSQL; the database is one for all of them.
_SLOW = [HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
_ROWS = st.dictionaries(_DAYS, _KINDS, min_size=1, max_size=8)


@settings(max_examples=25, deadline=None, suppress_health_check=_SLOW)
@given(_ROWS, st.sampled_from([CITY, YUZHONG, PENGSHUI]))
def test_the_supposed_calendar_is_the_one_that_then_holds(rows, region):
    change = Regional([DayRow(day, kind, "演示") for day, kind in rows.items()], region, "演示")
    content = foreseen(change)
    make(change)
    for division in (CITY, YUZHONG, PENGSHUI, "500101"):
        with supposing(Supposition(read(content), "proposed")):
            supposed = calendar_for(division)
        assert supposed.days == calendar_for(division).days
        assert supposed.settled_years == calendar_for(division).settled_years


def test_the_newest_content_is_the_table_and_its_digest_is_the_version():
    add_regional_days(rest(date(2026, 11, 30)), region=PENGSHUI, basis="演示")
    newest = CalendarRevision.objects.latest()
    assert len(read(newest.content).entries) == CalendarDay.objects.count()

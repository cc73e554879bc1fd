"""期限计算器, for anyone: its page, its API and the command give one answer."""

import json
from datetime import date, datetime
from io import StringIO

import pytest
from django.core.management import call_command

from hall.clock import freeze
from hall.workdays.arithmetic import Limit, Suspension, due_date
from hall.workdays.calendars import calendar_for
from hall.workdays.due import runs
from hall.workdays.revisions import current_version
from tests.cast import client_of
from tests.factories.cases import accepted_case, clerk
from tests.hall.workdays.changing import holiday

pytestmark = pytest.mark.django_db
PAGE, API = "/calendar/deadline/", "/api/v1/deadline/"
YUZHONG = "500103"
QUESTION = {"start": "2026-02-10", "days": "20", "unit": "working", "division": "500000"}


@pytest.fixture
def anybody(city):
    return client_of()


def page(browser, **asked):
    return browser.get(PAGE, {**QUESTION, **asked})


def api(browser, **asked):
    return browser.get(API, {**QUESTION, **asked})


def test_the_page_opens_with_a_question_ready(anybody):
    answer = anybody.get(PAGE)
    assert answer.status_code == 200
    assert "期限届满日" not in answer.content.decode()


def test_the_answer_is_explained_day_by_day_with_rule_and_calendar_version(anybody):
    text = page(anybody).content.decode()
    assert "期限届满日：2026年3月16日（" in text
    assert "《行政许可法》第八十二条" in text
    assert "春节调休上班" in text
    assert "第20日，期限届满" in text
    assert "起算日，不计入" in text
    assert current_version() in text


def test_it_works_without_javascript_and_in_the_elder_view(anybody):
    anybody.post("/preferences/", {"view": "elder", "size": "largest"})
    text = page(anybody).content.decode()
    assert 'data-view="elder"' in text
    assert "期限届满日：2026年3月16日（" in text
    assert 'method="get"' in text


def test_suspensions_are_taken_out_however_they_are_written(anybody):
    for written in ("2026-03-05..2026-03-12", "2026-03-05至2026-03-12\n2026-03-09 .. 2026-03-12\n"):
        text = page(anybody, suspend=written).content.decode()
        assert "期限届满日：2026年3月24日（" in text
        assert "依法扣除" in text
        assert "（暂停计时）" in text


def test_natural_days_months_and_a_provisional_year(anybody):
    assert "期限届满日：2026年10月8日（" in page(anybody, start="2026-09-25", days="7", unit="natural").content.decode()
    assert "期限届满日：2026年2月28日（" in page(anybody, start="2026-01-31", days="1", unit="month").content.decode()
    assert "暂定" in page(anybody, start="2026-12-20").content.decode()


def test_each_division_has_its_own_answer(anybody):
    holiday(date(2026, 3, 4), region=YUZHONG)
    assert api(anybody, division=YUZHONG).json()["due"] == "2026-03-17"
    assert api(anybody).json()["due"] == "2026-03-16"


def test_an_old_date_is_explained_by_its_own_calendar(anybody):
    version = current_version()
    holiday(date(2026, 3, 4), region=YUZHONG)
    old = api(anybody, division=YUZHONG, version=version).json()
    assert (old["due"], old["calendar_version"]) == ("2026-03-16", version)
    assert "没有这个日历版本" in page(anybody, version="7-00000000").content.decode()


@pytest.mark.parametrize(
    ("asked", "field"),
    [
        ({"start": "2026-02-30"}, "start"),
        ({"start": "1888-01-01"}, "start"),
        ({"start": ""}, "start"),
        ({"days": "-1"}, "days"),
        ({"days": "2601"}, "days"),
        ({"days": "5.5"}, "days"),
        ({"days": "241", "unit": "month"}, "days"),
        ({"unit": "week"}, "unit"),
        ({"division": "500105"}, "division"),
        ({"division": "0"}, "division"),
        ({"suspend": "2026-03-12..2026-03-05"}, "suspend"),
        ({"suspend": "2026-02-29"}, "suspend"),
        ({"suspend": "2026-01-01..2036-01-01"}, "suspend"),
        ({"suspend": "9999-12-31"}, "suspend"),
        ({"suspend": "2026-01-01\n" * 21}, "suspend"),
        ({"version": "x"}, "version"),
    ],
)
def test_what_cannot_be_is_told_beside_its_field_and_over_the_api(anybody, asked, field):
    answer = page(anybody, **asked)
    assert answer.status_code == 422
    assert "error-summary" in answer.content.decode()
    refused = api(anybody, **asked)
    assert refused.status_code == 400
    assert refused["Content-Type"] == "application/problem+json"
    assert field in {one["field"] for one in refused.json()["errors"]}


def test_page_api_and_command_give_one_answer(anybody):
    gap = "2026-03-05..2026-03-12"
    out = StringIO()
    arguments = ["--start", "2026-02-10", "--days", "20", "--division", "500000", "--suspend", gap, "--json"]
    call_command("deadline", *arguments, stdout=out)
    answered = api(anybody, suspend=gap).json()
    days = answered.pop("day_by_day")
    assert answered == json.loads(out.getvalue())
    assert days[0] == {"date": "2026-02-10", "kind": "start", "number": 0, "note": ""}
    assert days[-1]["date"] == answered["due"] == "2026-03-24"
    assert max(day["number"] for day in days) == 20


def test_over_the_api_a_suspension_may_be_repeated_and_the_rest_left_out(anybody):
    answer = anybody.get(f"/500103{API}?start=2026-02-10&days=20&suspend=2026-03-05..2026-03-08&suspend=2026-03-09")
    assert (answer.json()["division"], answer.json()["unit"]) == (YUZHONG, "working")
    assert len(answer.json()["excluded"]) == 5


def test_a_very_long_period_is_answered_without_listing_every_day(anybody):
    text = page(anybody, days="2600").content.decode()
    assert "只列出前面的日期" in text


def test_every_date_of_a_case_leads_to_its_own_question(city):
    with freeze(datetime(2026, 3, 2, 10)):
        handling = accepted_case()
        texts = [
            client_of(handling.application.applicant).get(f"/apply/{handling.application.uid}/"),
            client_of(clerk(handling, "examiner")).get(f"/500103/desk/{handling.uid}/"),
        ]
    for answer in texts:
        assert "/calendar/deadline/?start=2026-03-02" in answer.content.decode()


def test_the_question_of_a_date_is_answered_by_that_date(anybody):
    gaps = [Suspension(date(2026, 3, 5), date(2026, 3, 8)), Suspension(date(2026, 3, 12), date(2026, 3, 12))]
    due = due_date(date(2026, 3, 2), Limit(20), calendar_for(YUZHONG), gaps)
    answer = anybody.get(f"{PAGE}?{due.query}")
    assert answer.context["due"].due == due.due
    assert answer.context["due"].calendar_version == due.calendar_version


def test_neighbouring_days_are_one_run():
    days = [date(2026, 3, day) for day in (5, 6, 9, 7)]
    assert runs(days) == [(date(2026, 3, 5), date(2026, 3, 7)), (date(2026, 3, 9), date(2026, 3, 9))]


def test_help_and_site_map_lead_to_it_and_the_calendar_is_no_secret(anybody):
    for address in ("/help/", "/sitemap/"):
        assert PAGE in anybody.get(address).content.decode()
    text = anybody.get("/calendar/").content.decode()
    assert "2027" in text
    assert current_version() in text
    assert anybody.get("/calendar/?before=x").status_code == 400

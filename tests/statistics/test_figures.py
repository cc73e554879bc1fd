"""Figures of disclosure: each thing counts once, on the day it ended, by the due date that its lamp shows."""

import csv
import io
from datetime import date, datetime, timedelta

import pytest

from applications.documents.kinds import DECISIONS, Attribute, Ground
from applications.models import Paper
from hall.clock import SHANGHAI, today
from tests.cast import client_of
from tests.disclosure.changing import taken_back
from tests.disclosure.making import drafted, published, reviewer, sent
from tests.factories.snapshots import kept
from tests.requests.making import WITHHELD, answered, discloser, head, person, received
from tracking.disclosure.actions.judge import withhold
from tracking.disclosure.models import Disclosure
from tracking.requests.actions.applicant import give_reasons
from tracking.requests.actions.excess import ask_reasons, leave_unhandled
from tracking.requests.models import InfoRequest
from tracking.statistics.figures import Figures, Span, figures

pytestmark = pytest.mark.django_db
YEAR = Span(date(2026, 1, 1), date(2026, 12, 31))


def ended(row, day: date) -> None:
    """As if it had ended at noon of that day."""
    moment = datetime(day.year, day.month, day.day, 12, tzinfo=SHANGHAI)
    type(row).objects.filter(pk=row.pk).update(ended_at=moment)


@kept
def tell() -> None:
    """Two published, one of them late; one withheld; two answers, one of them late and a refusal; one open and late."""
    for number in range(2):
        disclosure, _record = published()
        ended(disclosure, disclosure.due + timedelta(days=number))
    refused = sent()
    withhold(refused.uid, reviewer(), seen=refused.version, ground="TRADE_SECRET", remark="含有工艺参数。")
    ended(answered(), today())
    late = answered(WITHHELD)
    ended(late, late.due + timedelta(days=1))
    InfoRequest.objects.filter(pk=received().pk).update(due=today() - timedelta(days=1))


@pytest.fixture
def told(city):
    tell()
    # Whatever year the suite runs in.
    return Span(today() - timedelta(days=90), today() + timedelta(days=180))


def of_health(city, span: Span) -> Figures:
    return next(one for one in figures(city.yz, span, today()) if one.name == city.departments["yz-wj"].name)


def test_in_time_and_late_are_told_apart_on_the_last_day(city, told):
    health = of_health(city, told)
    assert (health.published_in_time, health.published_late) == (1, 1)
    assert (health.answered_in_time, health.answered_late) == (1, 1)
    assert health.withheld == {Ground.TRADE_SECRET: 1}
    assert health.refused == {Ground.TRADE_SECRET: 1}
    assert health.answers == {"provided": 1, "withheld": 1}
    assert health.overdue == 1


def test_the_whole_is_the_sum_of_its_parts_and_of_the_rows(city, told):
    *parts, whole = figures(city.yz, told, today())
    for at, (name, number) in enumerate(whole.cells()):
        assert number == sum(one.cells()[at][1] for one in parts), name
    rows = Disclosure.objects.exclude(ended_at=None).count() + InfoRequest.objects.filter(state="answered").count()
    counted = whole.published_in_time + whole.published_late + whole.withheld.total()
    assert counted + whole.answered_in_time + whole.answered_late == rows


def test_what_was_not_handled_counts_apart_from_the_answers(city, settings):
    settings.HALL_REQUEST_MANY = 0
    request = received()
    request = ask_reasons(request.uid, discloser(), seen=request.version, asked="反复申请。")
    request = give_reasons(request.uid, person(), seen=request.version, given="想知道。")
    leave_unhandled(request.uid, head(), seen=request.version, reason="理由不合理。")
    health = of_health(city, Span(today(), today()))
    assert (health.unhandled, health.answered_in_time, health.answers.total()) == (1, 0, 0)
    assert ("unhandled", 1) in health.cells()


def test_a_period_counts_what_ended_within_it_by_the_legal_day(city):
    disclosure, _record = published()
    # Half past midnight in Chongqing is still the day before in UTC.
    midnight = datetime(2026, 3, 1, 0, 30, tzinfo=SHANGHAI)
    Disclosure.objects.filter(pk=disclosure.pk).update(ended_at=midnight, due=date(2026, 3, 1))
    march = Span(date(2026, 3, 1), date(2026, 3, 1))
    assert of_health(city, march).published_in_time == 1
    assert of_health(city, Span(date(2026, 2, 1), date(2026, 2, 28))).is_empty


def test_what_the_signer_withheld_counts_by_its_ground_and_apart(city):
    disclosure = drafted()
    kept_back = {"disclosure_attr": Attribute.NONE, "non_disclosure_ground": Ground.PRIVACY}
    Paper.objects.filter(number=disclosure.document_number).update(**kept_back, issued_on=date(2026, 3, 1))
    first = Span(date(2026, 3, 1), date(2026, 3, 1))
    health = of_health(city, first)
    assert health.at_source == {Ground.PRIVACY: 1}
    assert health.withheld.total() == 0
    assert ("withheld_at_source_privacy", 1) in figures(city.yz, first, today())[-1].cells()
    assert of_health(city, Span(date(2026, 3, 2), date(2026, 3, 3))).is_empty
    assert figures(city.wz, first, today())[-1].is_empty
    page = client_of().get("/500103/disclosure-figures/", {"first": "2026-03-01", "last": "2026-03-01"})
    assert "签发时不予公开" in page.content.decode()


def test_a_voided_paper_and_one_that_is_no_decision_count_nowhere(city):
    drafted()
    Paper.objects.exclude(kind__in=DECISIONS).update(issued_on=date(2026, 3, 1))
    kept_back = {"disclosure_attr": Attribute.NONE, "non_disclosure_ground": Ground.PRIVACY}
    Paper.objects.filter(kind__in=DECISIONS).update(**kept_back, issued_on=date(2026, 3, 1), state="voided")
    assert of_health(city, Span(date(2026, 3, 1), date(2026, 3, 1))).is_empty


def test_another_hall_has_its_own(city, told):
    assert all(one.is_empty for one in figures(city.wz, told, today()))


def test_anybody_reads_the_figures_and_takes_them_as_csv(city, told):
    asked = {"first": told.first.isoformat(), "last": told.last.isoformat()}
    page = client_of().get("/500103/disclosure-figures/", asked)
    assert page.status_code == 200
    assert city.departments["yz-wj"].name in page.content.decode()
    assert "现在逾期未办" not in page.content.decode()
    text = client_of().get("/500103/disclosure-figures/", asked | {"format": "csv"}).content.decode("utf-8-sig")
    rows = {row["department"]: row for row in csv.DictReader(io.StringIO(text))}
    assert rows["合计"]["published_late"] == rows[city.departments["yz-wj"].name]["published_late"] == "1"
    assert rows["合计"]["refused_trade_secret"] == "1"
    assert "overdue" not in rows["合计"]


def test_supervisors_read_what_is_late_now(city, told, yz_supervisor, applicant_zhang):
    address = "/500103/disclosure-figures/supervision/"
    assert "现在逾期未办" in client_of(yz_supervisor).get(address).content.decode()
    text = client_of(yz_supervisor).get(address, {"format": "csv"}).content.decode("utf-8-sig")
    assert list(csv.DictReader(io.StringIO(text)))[-1]["overdue"] == "1"
    assert client_of(applicant_zhang).get(address).status_code == 403
    assert client_of().get(address).status_code == 302


@pytest.mark.parametrize("asked", ["first=x", "first=2026-05-01&last=2026-04-01", "first=2010-01-01&last=2026-01-01"])
def test_a_period_that_cannot_be_counted_is_told(city, asked):
    assert client_of().get(f"/disclosure-figures/?{asked}").status_code == 400


def test_one_whose_applicant_is_asked_is_not_late(city):
    disclosure = sent()
    asked, due = ((today() - timedelta(days=days)) for days in (9, 1))
    Disclosure.objects.filter(pk=disclosure.pk).update(due=due, waits=[[asked.isoformat(), None]])
    assert of_health(city, YEAR).overdue == 0
    Disclosure.objects.filter(pk=disclosure.pk).update(waits=[])
    assert of_health(city, YEAR).overdue == 1


def test_a_period_that_no_calendar_holds_is_told(city):
    assert client_of().get("/disclosure-figures/", {"last": "9999-12-31"}).status_code == 400


def test_what_was_taken_back_was_published_in_time_all_the_same(city):
    taken_back()
    assert of_health(city, Span(today(), today())).published_in_time == 1

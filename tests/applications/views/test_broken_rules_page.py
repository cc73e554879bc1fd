"""The list of events of supervision: for supervisors of the hall, filtered by rule, page by page."""

from datetime import timedelta

import pytest

from applications.actions.settling import settle_due
from applications.models import BrokenRule
from hall.clock import freeze, now
from hall.uids import uid7
from tests.applications.views.desk import browser_of
from tests.factories.cases import accepted_case, clerk, staff_member, work

pytestmark = pytest.mark.django_db
ADDRESS = "/500103/desk/events/"


def late(handling):
    with freeze(now() + timedelta(days=60)):
        settle_due()
        work()


def test_supervisors_read_what_was_broken_and_open_the_case(city, yz_supervisor):
    handling = accepted_case()
    late(handling)
    read = browser_of(yz_supervisor).get(ADDRESS).content.decode()
    assert "超过法定期限" in read
    assert f"desk/{handling.uid}/" in read
    assert handling.application.applicant_name not in read
    only = browser_of(yz_supervisor).get(ADDRESS, {"rule": "R14"}).content.decode()
    assert f"desk/{handling.uid}/" not in only


def test_nobody_else_reads_it(city, wz_supervisor, stranger):
    handling = accepted_case()
    late(handling)
    assert browser_of(None).get(ADDRESS).status_code == 302
    for person in (clerk(handling, "head"), stranger):
        assert browser_of(person).get(ADDRESS).status_code == 403
    response = browser_of(wz_supervisor).get(ADDRESS)
    assert response.status_code == 302
    assert response.url.startswith("/500101/")


def test_the_desk_of_a_supervisor_leads_there(city):
    handling = accepted_case()
    assert ADDRESS in browser_of(staff_member("yz-supervisor")).get("/500103/desk/").content.decode()
    assert ADDRESS not in browser_of(clerk(handling, "window")).get("/500103/desk/").content.decode()


def test_page_by_page(city, yz_supervisor):
    handling = accepted_case()
    made = [
        BrokenRule(
            event_uid=uid7(),
            rule="R06",
            level="amber",
            hall=handling.hall,
            department=handling.department,
            subject_uid=handling.application.uid,
            told_at=now(),
        )
        for _number in range(31)
    ]
    BrokenRule.objects.bulk_create(made)
    browser = browser_of(yz_supervisor)
    first = browser.get(ADDRESS)
    assert len(first.context["rows"]) == 30
    assert len(browser.get(ADDRESS + first.context["older"]).context["rows"]) == 1
    assert browser.get(ADDRESS, {"after": "nonsense"}).status_code == 200

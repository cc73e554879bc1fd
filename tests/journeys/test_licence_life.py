"""The life of a licence (Art. 50, 69): renewed from its own data, revoked later, and the register follows both."""

from urllib.parse import quote

import pytest

from applications.models import Licence
from applications.queries.licences import renewable_from
from hall.clock import today
from tests.disclosure.making import public_of
from tests.factories.cases import delivered_case
from tests.journeys.deciding import agency_accepts, agency_examines, agency_grants
from tests.journeys.endings import certificate_is_made_and_served
from tests.journeys.worker import drain

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]
TAKEN = {
    "ground": "unqualified",
    "reason": "经查，取得许可时不具备法定条件。",
    "heard": "当面听取了陈述申辩，意见已记录。",
    "compensation": "依法赔偿直接损失，另行协商数额。",
}


def test_renewed_from_its_own_data_then_revoked(
    city, staff, company_qingquan, applicant, clerk, visitor, days, pictures
):
    first = delivered_case().application
    licence = Licence.objects.get(application=first)
    _result_is_public(first)
    begins = renewable_from(licence)
    assert begins is not None
    days.go_by((begins - today()).days + 10)

    owner = applicant("qingquan")
    owner.page.goto("/apply/licences/")
    owner.looks_carefully()
    owner.page.get_by_role("main").get_by_role("link", name=licence.name).first.click()
    owner.page.get_by_role("button", name="申请延续").click()
    owner.page.get_by_role("main").get_by_role("link", name=str(first.spec.sections[0].title)).click()
    assert owner.page.locator('[name="place_name"]').input_value() == first.answers["place_name"]
    owner.fills_in(first.spec, {})
    owner.uploads_everything()
    renewal = owner.submits()
    agency_accepts(clerk, "yz-wj", renewal)
    agency_examines(clerk, "yz-wj", renewal)
    agency_grants(clerk, "yz-wj", renewal)
    certificate_is_made_and_served(clerk, "yz-wj-cert", renewal)

    owner.goes_to(f"/apply/licences/{licence.uid}/")
    owner.sees("延续")
    owner.looks_everywhere(pictures, "licence-renewed")
    _register_says(visitor, licence, "已延续")

    head = clerk("yz-wj-head")
    head.page.goto("/desk/licences/")
    head.page.get_by_role("main").get_by_role("link", name=licence.number).first.click()
    head.looks_everywhere(pictures, "licence-desk")
    head.does("revoke", press="作出撤销决定", **TAKEN)
    head.sees("已办理")
    owner.page.reload()
    owner.sees(TAKEN["reason"])
    owner.looks_everywhere(pictures, "licence-revoked")
    owner.page.get_by_role("link", name="在办件中查看证件和各项决定书").click()
    owner.page.get_by_role("link", name="撤销行政许可决定书").wait_for()
    _register_says(visitor, licence, "已撤销")
    visitor.looks_everywhere(pictures, "licence-register")


def _result_is_public(case):
    """Drafted by the worker, sent, reviewed and approved: played in other journeys."""
    public_of(case.uid)
    drain()


def _register_says(visitor, licence, standing):
    visitor.page.goto("/register/?q=" + quote(licence.number))
    visitor.page.get_by_role("main").get_by_role("table").get_by_role("link").last.click()
    visitor.sees(standing)

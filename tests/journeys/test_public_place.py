"""G5: a bath house applies in 渝中区, is asked once to correct, and the district decides."""

import pytest

from tests.browser import PHONE
from tests.factories.answers import answers_for
from tests.factories.cases import PUBLIC_PLACE, offering
from tests.journeys.correcting import owner_answers, window_asks
from tests.journeys.deciding import agency_accepts, agency_examines, agency_grants
from tests.journeys.endings import (
    applicant_downloads_the_licence,
    certificate_is_made_and_served,
    result_is_published,
    stranger_verifies,
)
from tests.journeys.people import Person

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]


def test_from_the_portal_to_the_register(
    city, staff, company_qingquan, applicant, clerk, visitor, open_context, pictures
):
    spec = offering(PUBLIC_PLACE).version.spec
    owner = applicant("qingquan")
    owner.finds("公共场所卫生许可", hall="500103")
    owner.looks_carefully()
    owner.begins()
    owner.fills_in(spec, answers_for(spec))
    owner.uploads_everything()
    owner.looks_carefully()
    case = owner.submits()
    owner.looks_carefully()
    assert len(case.case_no) == 43

    window = clerk("yz-wj-window")
    window.opens(case)
    window.looks_carefully()
    window.keeps_picture(pictures, "g5-desk-case")
    window_asks(window, "plans", problem="平面图没有标注面积", requirement="请标注各功能间面积后重新上传")

    owner.opens(case)
    owner_answers(owner, "plans")

    agency_accepts(clerk, "yz-wj", case)
    agency_examines(clerk, "yz-wj", case)
    agency_grants(clerk, "yz-wj", case)
    certificate_is_made_and_served(clerk, "yz-wj-cert", case)

    case.refresh_from_db()
    assert case.state == "closed"
    held = applicant_downloads_the_licence(owner, case)
    owner.keeps_picture(pictures, "g5-case")
    stranger_verifies(visitor, case, held)
    result_is_published(clerk, visitor, case, "yz")

    passer_by = Person(open_context(PHONE))
    passer_by.page.goto("/track/")
    passer_by.page.get_by_label("办件编号").fill(case.case_no)
    passer_by.page.get_by_label("查询码").fill(case.query_code)
    passer_by.page.get_by_role("main").get_by_role("button", name="查询").click()
    passer_by.sees("已办结")
    passer_by.looks_carefully()
    passer_by.keeps_picture(pictures, "g5-look-up-phone")

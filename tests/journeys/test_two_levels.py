"""Two levels (行政许可法 Art. 35): the district examines and reports up, the city decides from the package alone."""

import pytest

from tests.factories.answers import answers_for
from tests.factories.cases import SAND_MINING, offering
from tests.journeys.deciding import OPINION, agency_accepts, agency_examines, agency_grants
from tests.journeys.endings import (
    applicant_downloads_the_licence,
    certificate_is_made_and_served,
    result_is_published,
    stranger_verifies,
)

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]


def test_the_district_reviews_and_the_city_decides(
    city, staff, company_yunshang, applicant, clerk, visitor, pictures
):
    spec = offering(SAND_MINING).version.spec
    company = applicant("yunshang")
    company.finds(str(offering(SAND_MINING).name), hall="500103")
    company.begins()
    company.fills_in(spec, answers_for(spec))
    company.uploads_everything()
    case = company.submits()

    agency_accepts(clerk, "yz-sl", case)
    agency_examines(clerk, "yz-sl", case)
    lower = clerk("yz-sl-signer")
    lower.opens(case)
    lower.does("report_up", press="报送初步审查意见和全部材料", favourable="yes", opinion=OPINION)
    below = case.handlings.order_by("id")[0]
    above = case.handlings.order_by("id")[1]

    upper = clerk("cq-sl-examiner")
    assert upper.page.goto(f"/desk/{below.uid}/").status == 404
    upper.opens(case)
    upper.sees(OPINION)
    upper.looks_carefully()
    upper.keeps_picture(pictures, "two-levels-package")
    assert lower.page.goto(f"/desk/{above.uid}/").status == 404

    agency_examines(clerk, "cq-sl", case)
    agency_grants(clerk, "cq-sl", case)
    certificate_is_made_and_served(clerk, "cq-sl-cert", case)
    held = applicant_downloads_the_licence(company, case)
    company.keeps_picture(pictures, "two-levels-case")
    stranger_verifies(visitor, case, held)
    result_is_published(clerk, visitor, case, "cq")

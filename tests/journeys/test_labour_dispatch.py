"""G2: the registered capital in the form sends the case to the city or leaves it in the district."""

import pytest

from tests.factories.answers import answers_for
from tests.factories.cases import LABOUR_DISPATCH, offering
from tests.journeys.deciding import agency_accepts, agency_examines, agency_grants
from tests.journeys.endings import (
    applicant_downloads_the_licence,
    certificate_is_made_and_served,
    result_is_published,
    stranger_verifies,
)

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]


@pytest.mark.parametrize(
    ("capital", "hall", "letters"), [("6000000.00", "500000", "cq"), ("3000000.00", "500103", "yz")]
)
def test_the_capital_decides_who_decides(
    capital, hall, letters, city, staff, company_yunshang, applicant, clerk, visitor, pictures
):
    spec = offering(LABOUR_DISPATCH).version.spec
    company = applicant("yunshang")
    company.finds("劳务派遣经营许可", hall="500103")
    company.begins()
    company.fills_in(spec, answers_for(spec, registered_capital=capital))
    company.uploads_everything()
    case = company.submits()
    assert case.hall.code == hall

    agency_accepts(clerk, f"{letters}-rs", case)
    agency_examines(clerk, f"{letters}-rs", case)
    agency_grants(clerk, f"{letters}-rs", case)
    certificate_is_made_and_served(clerk, f"{letters}-rs-cert", case)
    held = applicant_downloads_the_licence(company, case)
    company.keeps_picture(pictures, f"g2-case-{letters}")
    stranger_verifies(visitor, case, held)
    result_is_published(clerk, visitor, case, letters)


def test_a_capital_below_two_million_warns_and_lets_file(city, staff, company_yunshang, applicant):
    spec = offering(LABOUR_DISPATCH).version.spec
    company = applicant("yunshang")
    company.finds("劳务派遣经营许可", hall="500103")
    company.begins()
    company.fills_in(spec, answers_for(spec, registered_capital="1500000.00"))
    company.uploads_everything()
    company.sees("请注意")
    company.looks_carefully()
    assert company.submits().hall.code == "500103"

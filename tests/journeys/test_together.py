"""Joint handling (Art. 26): one application, three departments on two levels, one decision."""

import pytest

from tests.factories.cases import WATER_SUPPLY, received_case
from tests.journeys.deciding import agency_accepts, agency_examines, agency_grants
from tests.journeys.endings import (
    applicant_downloads_the_licence,
    certificate_is_made_and_served,
    result_is_published,
)
from tests.journeys.worker import drain

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]
SOURCE = "取水口避开了排污口，水源可靠，同意按论证报告取水。"
QUALITY = "检测项目齐全，结论合格，制水工艺与水源水质相适应。"


def test_three_departments_over_two_levels_and_one_decision(
    city, staff, company_qingquan, applicant, clerk, visitor, pictures
):
    case = received_case(WATER_SUPPLY).application
    drain()
    agency_accepts(clerk, "yz-wj", case)

    owner = applicant("qingquan")
    owner.opens(case)
    for part in ("供水水源审查", "水质卫生评价"):
        owner.sees(part)
    owner.looks_everywhere(pictures, "together-case")

    signer = clerk("yz-wj-signer")
    agency_examines(clerk, "yz-wj", case)
    signer.opens(case)
    signer.sees("重庆市卫生健康委员会")
    signer.keeps_picture(pictures, "together-lead-waits")
    _joins(clerk, "yz-sl", case, SOURCE, pictures)
    _joins(clerk, "cq-wj", case, QUALITY, pictures)

    signer.opens(case)
    signer.sees(SOURCE)
    signer.sees(QUALITY)
    signer.looks_everywhere(pictures, "together-lead")
    agency_grants(clerk, "yz-wj", case)
    certificate_is_made_and_served(clerk, "yz-wj-cert", case)
    case.refresh_from_db()
    assert case.state == "closed"
    applicant_downloads_the_licence(owner, case)
    owner.keeps_picture(pictures, "together-granted")
    result_is_published(clerk, visitor, case, "yz")


def _joins(clerk, letters, case, opinion, pictures):
    """Sees what its part needs, and gives its opinion once."""
    examiner = clerk(f"{letters}-examiner")
    examiner.opens(case)
    examiner.looks_carefully()
    examiner.keeps_picture(pictures, f"together-part-{letters}")
    examiner.does("join_in", press="提交联办意见", favourable="yes", opinion=opinion)
    examiner.sees("联办意见已提交")

"""告知承诺 (国办发〔2020〕42号): a promise instead of a proof, a correction that cannot ask for it, verified after."""

import pytest

from tests.factories.cases import LABOUR_DISPATCH, draft_case
from tests.journeys.correcting import owner_answers, window_asks
from tests.journeys.deciding import agency_accepts, agency_examines, agency_grants
from tests.journeys.endings import certificate_is_made_and_served, result_is_published

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]
PROOF, FORM, HOLDER = "charter_and_capital", "application", "周云舒"


def test_promised_instead_of_proven_corrected_granted_and_verified(
    city, staff, company_yunshang, applicant, clerk, visitor, days, pictures
):
    draft = draft_case(LABOUR_DISPATCH, by="yunshang")
    company = applicant("yunshang")
    _promises(company, draft, pictures)
    company.page.get_by_role("button", name="保存并继续").last.click()
    company.sees("以告知承诺代替")
    case = company.submits()

    window = clerk("yz-rs-window")
    window.opens(case)
    assert window.page.locator(f'[name="material-{PROOF}"]').count() == 0
    window_asks(window, FORM, problem="申请书没有签字", requirement="请由法定代表人签字后重新上传")
    company.opens(case)
    owner_answers(company, FORM)

    agency_accepts(clerk, "yz-rs", case)
    agency_examines(clerk, "yz-rs", case)
    agency_grants(clerk, "yz-rs", case)
    certificate_is_made_and_served(clerk, "yz-rs-cert", case)
    days.go_by(10)
    examiner = clerk("yz-rs-examiner")
    examiner.page.goto("/desk/")
    examiner.page.locator("#errands").get_by_role("link", name="核查告知承诺").click()
    examiner.does("verify_promise", press="记录核查结果", kept="yes", facts="到银行查验，资本金已足额到位。")
    examiner.looks_everywhere(pictures, "commitment-desk")
    company.opens(case)
    company.sees("到银行查验，资本金已足额到位。")
    company.looks_everywhere(pictures, "commitment-case")
    result_is_published(clerk, visitor, case, "yz")


def _promises(company, draft, pictures):
    """The file is taken away again; the whole text is read, ticked and signed."""
    company.page.goto(f"/apply/{draft.uid}/materials/")
    place = company.page.locator(f"#material-{PROOF}")
    place.get_by_role("button", name="移除").click()
    choice = company.page.locator(f"#choice-{PROOF}")
    choice.locator("summary").first.click()
    company.looks_everywhere(pictures, "commitment-choice", unfold=f"#choice-{PROOF} details:not([open]) summary")
    choice.locator(f'[name="promise-{PROOF}-agreed"]').check()
    choice.locator(f'[name="promise-{PROOF}-signer"]').fill(HOLDER)
    choice.get_by_role("button", name="签署承诺").click()
    company.sees("您已选择以告知承诺代替这份材料")

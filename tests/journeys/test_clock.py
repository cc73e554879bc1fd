"""The clock of a case as its people see it: stopped for experts, going on, extended, decided (Art. 42, 45)."""

import re

import pytest
from django.utils.html import strip_tags

from hall.portal.templatetags.hall import day
from hall.workdays.wording import whole_day
from tests.factories.cases import accepted_case, publish
from tests.journeys.deciding import agency_examines, agency_grants
from tests.journeys.worker import drain

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]
EXPERTS = {"name": "专家评审", "kind": "expert_review", "days": 5, "note": "专家评审的时间不计算在期限内。（演示）"}
EXPERT_REVIEW = "expert_review:专家评审"
WHY = {"reason": "通风设计复杂，须经专家评审。", "days": "5", "performer": "专家组", "fee_bearer": "行政机关"}


def test_suspended_for_expert_review_resumed_extended_and_decided(
    city, staff, company_qingquan, applicant, clerk, days, pictures
):
    publish(special_procedures=[EXPERTS])
    case = accepted_case().application
    drain()
    owner, examiner = applicant("qingquan"), clerk("yz-wj-examiner")
    signer, head = clerk("yz-wj-signer"), clerk("yz-wj-head")

    days.go_by(1)
    examiner.opens(case)
    examiner.does("propose_suspension", press="提请审批", procedure=EXPERT_REVIEW, **WHY)
    signer.opens(case)
    signer.does("answer_suspension", press="提交审批意见", granted="yes")

    days.go_by(2)
    owner.opens(case)
    owner.sees("暂停计时")
    owner.page.locator(".lamp--blue").first.wait_for()
    owner.looks_carefully()
    owner.keeps_picture(pictures, "clock-suspended")

    days.go_by(2)
    examiner.opens(case)
    examiner.does("resume", press="结束特别程序，恢复计时", result="专家一致认为通风设计可行。")
    examiner.opens(case)
    examiner.does("propose_extension", press="提请审批", days="5", reason="须核对专家提出的修改。")
    head.opens(case)
    head.looks_carefully()
    head.does("answer_extension", press="提交审批意见", granted="yes")

    days.go_by(1)
    owner.opens(case)
    assert owner.page.locator(".lamp--blue").count() == 0
    owner.looks_everywhere(pictures, "clock-ledger", unfold="#limits summary")
    statutory = _ledger(owner, "法定期限")
    case.refresh_from_db()
    assert _sums_to(statutory) == strip_tags(day(case.handlings.get().statutory_due))
    told = " ".join(words for _date, words, _rule, _left in statutory)
    for word in ("专家评审，暂停计时", "恢复计时", "经批准延长5个工作日"):
        assert word in told
    assert _sums_to(_ledger(owner, "承诺期限")) == strip_tags(day(case.promise_due))

    _calculator_agrees(owner, case, pictures)

    agency_examines(clerk, "yz-wj", case)
    examiner.opens(case)
    examiner.looks_everywhere(pictures, "clock-desk", unfold="#clocks summary")
    agency_grants(clerk, "yz-wj", case)


def _ledger(owner, clock):
    """The rows of one clock's ledger as the page shows them: date, words, rule, days left."""
    told = owner.page.locator("#limits details").filter(has=owner.page.locator("summary", has_text=clock))
    rows = told.locator("table.ledger tbody tr").all()
    return [[cell.inner_text().strip() for cell in row.locator("td").all()] for row in rows]


def _calculator_agrees(owner, case, pictures):
    """The public calculator, filled in by the link, finds the same day."""
    owner.page.locator("#limits").get_by_role("link", name="在期限计算器中逐日核对").last.click()
    owner.sees(whole_day(case.handlings.get().statutory_due))
    owner.looks_everywhere(pictures, "clock-calculator")


def _sums_to(ledger):
    """Given and used come out even, by adding up what stands there; answers with the last date."""
    balance = 0
    for _date, words, _rule, left in ledger:
        balance += _days(r"(?:期限共|经批准延长)(\d+)个工作日", words) - _days(r"计入(\d+)个工作日", words)
        assert balance == int(left), words
    assert balance == 0
    return ledger[-1][0]


def _days(said, words):
    found = re.search(said, words)
    return int(found[1]) if found else 0

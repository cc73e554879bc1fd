"""What becomes of a result in public: an identity number is found, a part withheld, words corrected, all taken back.

At each moment somebody without an account looks at the register.
"""

import pytest
from playwright.sync_api import expect

from hall.accounts.models import User
from tests.disclosure.making import COMPANY, ID_NUMBER, drafted
from tests.journeys.people import Applicant, Clerk, Person
from tests.journeys.worker import drain
from tracking.disclosure.models import Disclosure
from tracking.register.models import Record

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]
SECRET = "热水循环采用专有配方"
WHOLE = f"准予经营沐浴场所，{SECRET}，营业面积 120 平方米。"
REST = "准予经营沐浴场所，营业面积 120 平方米。"
NEARLY = "准予经营沐浴场所，营业面积 210 米。"
RIGHT = "准予经营沐浴场所，营业面积 210 平方米。"
LISTS = ("/500103/register/", "/500103/register/?q=沐浴", "/feed.atom", "/api/v1/records/")


def public_tells(visitor: Person, *words: str) -> list[bool]:
    """Whether any list that everybody may read has the words."""
    told = "".join(visitor.page.request.get(address).text() for address in LISTS)
    return [word in told for word in words]


def at(clerk: Clerk, disclosure: Disclosure) -> Person:
    clerk.goes_to(f"/500103/disclosure/{disclosure.uid}/")
    return clerk


def sends(drafter: Clerk, disclosure: Disclosure, content: str, ground: str = "") -> None:
    page = at(drafter, disclosure).page
    page.get_by_label("公示的许可内容").fill(content)
    page.get_by_label("部分内容不予公开的理由").select_option(ground)
    page.get_by_role("button", name="确认并送保密审查").click()
    drafter.sees("已送保密审查。")


def test_from_a_found_number_to_the_taking_back(
    city, staff, company_qingquan: User, applicant, clerk, visitor, pictures
) -> None:
    disclosure = drafted(by=COMPANY, content=WHOLE)
    drafter, reviewer, head = clerk("yz-discloser"), clerk("yz-secrecy"), clerk("yz-head")

    # An identity number got into the text: the review finds it, and it goes back.
    sends(drafter, disclosure, f"{WHOLE}负责人身份证号码{ID_NUMBER}。")
    at(reviewer, disclosure).sees("发现 1 处可能的个人信息")
    reviewer.page.get_by_text("退回修改").first.click()
    reviewer.page.get_by_label("退回理由").fill("请删去身份证号码。")
    reviewer.page.get_by_role("button", name="退回起草人").click()
    sends(drafter, disclosure, WHOLE)
    assert public_tells(visitor, disclosure.document_number, ID_NUMBER) == [False, False]

    # The applicant objects: a part is a trade secret, and it alone is withheld.
    owner: Applicant = applicant(COMPANY)
    owner.goes_to(f"/apply/{disclosure.application_uid}/")
    owner.does("object_to_publication", press="提出异议", reason="配方是商业秘密。")
    at(reviewer, disclosure).page.get_by_text("异议成立，部分不予公开").first.click()
    reviewer.page.locator("#uphold_ground").select_option("TRADE_SECRET")
    reviewer.page.locator("#uphold_remark").fill("删去配方。")
    reviewer.page.get_by_role("button", name="退回修改并告知申请人").click()
    sends(drafter, disclosure, REST, "TRADE_SECRET")
    at(reviewer, disclosure).page.get_by_role("button", name="通过，报请批准").click()
    assert public_tells(visitor, REST) == [False], "nobody has approved it"
    at(head, disclosure).page.get_by_role("button", name="批准并公示").click()
    head.sees("已批准，已经公示。")
    drain()
    record = Record.objects.get()
    visitor.goes_to(f"/500103/register/{record.uid}/")
    visitor.sees("部分内容依法不予公开，理由：商业秘密")
    visitor.sees("行政许可决定公开书（PDF）")
    assert public_tells(visitor, REST, SECRET) == [True, False]

    # A wrong figure is corrected by three people. It comes back once, and the drafter goes on from what was written.
    at(drafter, disclosure)
    drafter.unfolds("correct")
    drafter.looks_carefully()
    drafter.keeps_picture(pictures, "changes-desk")
    drafter.does("correct", press="提出更正", content=NEARLY, public_reason="clerical", reason="面积写错了。")
    drafter.sees("已提出更正，等待他人审查。")
    at(reviewer, disclosure)
    reviewer.does("return_change", press="退回，公示保持不变", remark="单位也写错了。")
    at(drafter, disclosure).sees("单位也写错了。")
    drafter.looks_everywhere(pictures, "changes-returned")
    assert drafter.page.locator("#correct_content").input_value() == NEARLY
    drafter.does("correct", press="提出更正", content=RIGHT)
    drafter.sees("已提出更正，等待他人审查。")

    # Whoever objected before is asked again, and reads what stands beside what is to come.
    at(reviewer, disclosure).sees("正在征求申请人的意见")
    owner.goes_to(f"/apply/{disclosure.application_uid}/")
    owner.sees("已公开的内容")
    owner.sees("将要公开的内容")
    owner.looks_everywhere(pictures, "changes-applicant")
    owner.does("consent", press="同意公开")
    reviewer.goes_to("/500103/disclosure/?scope=changes")
    reviewer.looks_carefully()
    reviewer.keeps_picture(pictures, "changes-queue")
    reviewer.page.get_by_role("main").get_by_role("table").get_by_role("link").first.click()
    reviewer.looks_carefully()
    reviewer.keeps_picture(pictures, "changes-review")
    reviewer.does("pass_change", press="通过，报请批准")
    assert public_tells(visitor, RIGHT, REST) == [False, True], "the head has not approved it"
    head.goes_to("/500103/disclosure/")
    head.looks_carefully()
    head.page.get_by_role("main").get_by_role("table").get_by_role("link").first.click()
    head.looks_carefully()
    head.keeps_picture(pictures, "changes-approving")
    head.does("publish", press="批准并公示")
    # The public reads why, and nothing of what it was.
    visitor.goes_to(f"/500103/register/{record.uid}/")
    visitor.sees("更正记录")
    visitor.looks_everywhere(pictures, "changes-record")
    assert public_tells(visitor, RIGHT, REST, "面积写错了") == [True, False, False]
    expect(visitor.page.get_by_text(REST)).to_have_count(0)

    # Taken back at once by one person, and looked at by another: gone everywhere.
    at(drafter, disclosure)
    drafter.does("at_once", press="立即撤下", ground="PRIVACY", reason="正文另有个人信息。")
    drafter.sees("已经撤下")
    answer = visitor.page.goto(f"/500103/register/{record.uid}/")
    assert answer is not None
    assert answer.status == 410
    visitor.sees("撤下，不再公开")
    visitor.looks_carefully()
    assert public_tells(visitor, RIGHT, str(record.uid)) == [False, False]
    owner.goes_to(f"/apply/{disclosure.application_uid}/")
    owner.sees("已撤下的内容")
    owner.looks_everywhere(pictures, "changes-applicant-taken-back")
    expect(owner.page.locator("#public-words").get_by_role("heading", name="将要公开的内容")).to_have_count(0)
    at(reviewer, disclosure)
    reviewer.does("confirm", press="确认撤下")
    reviewer.sees("已确认撤下。")

"""Filing in a real browser: comforts that scripts add, and pages that everybody can read and reach."""

import re

import pytest
from playwright.sync_api import expect

from applications.models import Application
from tests.browser import DESKTOP, ELDER, NARROW, PHONE, accessibility_problems, assert_clean, sideways_scroll
from tests.cast import client_of
from tests.factories import cases

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def draft(city, company_qingquan) -> Application:
    client_of(company_qingquan).post(f"/500103/apply/start/{cases.offering().task_code}/")
    return Application.objects.get()


def test_a_question_appears_as_soon_as_it_is_asked(draft, company_qingquan, browse):
    page = browse(f"/apply/{draft.uid}/form/1/", user=company_qingquan)
    beds = page.locator("[name=beds]")
    expect(beds).to_be_hidden()
    page.get_by_label("宾馆、旅店、招待所").check()
    expect(beds).to_be_visible()
    page.get_by_label("理发店、美容店").check()
    expect(beds).to_be_hidden()


def test_a_yes_opens_what_depends_on_it(draft, company_qingquan, browse):
    page = browse(f"/apply/{draft.uid}/form/2/", user=company_qingquan)
    page.get_by_label("是", exact=True).check()
    expect(page.locator("[name=air_brand]")).to_be_visible()
    page.get_by_role("radio", name="自备水源").check()
    expect(page.locator("[name=water_report]")).to_be_visible()


def test_a_draft_saves_itself_and_is_there_after_a_reload(draft, company_qingquan, browse):
    page = browse(f"/apply/{draft.uid}/form/1/", user=company_qingquan)
    with page.expect_response(lambda one: one.request.method == "POST") as saved:
        page.get_by_label("场所名称").fill("清泉浴室解放碑店")
    assert saved.value.ok
    expect(page.locator("[data-saved]")).to_have_text(re.compile(r"已保存 \d\d:\d\d"))
    page.reload()
    expect(page.get_by_label("场所名称")).to_have_value("清泉浴室解放碑店")


def test_saving_right_after_it_saved_itself_is_no_conflict(draft, company_qingquan, browse):
    page = browse(f"/apply/{draft.uid}/form/1/", user=company_qingquan)
    with page.expect_response(lambda one: one.request.method == "POST"):
        page.get_by_label("场所名称").fill("甲")
    page.get_by_label("场所名称").fill("乙")
    page.get_by_role("button", name="保存草稿").click()
    expect(page.get_by_text("草稿已保存。")).to_be_visible()
    assert Application.objects.get().answers["place_name"] == "乙"


def test_rows_are_added_and_removed_in_place(draft, company_qingquan, browse):
    page = browse(f"/apply/{draft.uid}/form/3/", user=company_qingquan)
    page.locator("[name='staff.0.name']").fill("李演示")
    page.get_by_role("button", name="添加一行").click()
    second = page.locator("[name='staff.1.name']")
    expect(second).to_be_focused()
    second.fill("王演示")
    page.get_by_role("button", name="删除这一行").first.click()
    expect(page.locator("[name='staff.0.name']")).to_have_count(0)
    expect(second).to_have_value("王演示")
    expect(page.locator("[data-row] [data-number]").first).to_have_text("1")


def test_the_enter_key_goes_on_and_adds_no_row(draft, company_qingquan, browse):
    page = browse(f"/apply/{draft.uid}/form/3/", user=company_qingquan)
    page.locator("[name='staff.0.name']").press("Enter")
    summary = page.get_by_role("alert")
    expect(summary).to_be_focused()
    expect(summary).to_contain_text("卫生管理人员姓名：请填写。")
    expect(page.locator("main [data-row]")).to_have_count(1)


def test_a_link_of_the_summary_leads_to_its_input(draft, company_qingquan, browse):
    page = browse(f"/apply/{draft.uid}/form/1/?check=1", user=company_qingquan)
    page.get_by_role("link", name="场所类别：请选择。").click()
    expect(page.get_by_label("宾馆、旅店、招待所")).to_be_focused()


@pytest.mark.parametrize("wishes", [(DESKTOP,), (PHONE,), (NARROW, ELDER)], ids=["desktop", "phone", "elder"])
def test_the_pages_of_a_filing_are_clean(draft, company_qingquan, open_context, wishes):
    page = open_context(*wishes, user=company_qingquan).new_page()
    start = f"/apply/start/{draft.offering.task_code}/"
    for path in (start, f"/apply/{draft.uid}/", "form/1/?check=1", "form/3/", "materials/", "check/", "discard/"):
        page.goto(path if path.startswith("/") else f"/apply/{draft.uid}/{path}")
        assert_clean(page)


@pytest.mark.parametrize("wishes", [(DESKTOP,), (NARROW, ELDER)], ids=["desktop", "elder"])
def test_the_pages_of_a_case_are_clean(city, company_qingquan, open_context, wishes):
    handling = cases.correcting_case()
    page = open_context(*wishes, user=company_qingquan).new_page()
    for path in ("", "receipt/", "correction/"):
        page.goto(f"/apply/{handling.application.uid}/{path}")
        assert_clean(page)
    page.goto("/apply/")
    assert_clean(page)


def test_whoever_looks_a_number_up_reads_a_clean_page(city, browse):
    application = cases.accepted_case().application
    page = browse("/track/", NARROW)
    page.get_by_label("办件编号").fill(application.case_no)
    page.get_by_label("查询码").fill(application.query_code.lower())
    page.get_by_role("button", name="查询").click()
    page.wait_for_url("**/track/case/")
    expect(page.get_by_role("heading", level=1)).to_have_text("公共场所卫生许可")
    assert sideways_scroll(page) == 0
    assert accessibility_problems(page) == []

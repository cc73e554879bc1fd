"""The drafter's and the reviewer's pages in Chromium, and the whole way from a draft to the register by three hands."""

from playwright.sync_api import expect

from tests.browser import NO_SCRIPTS, Browse, assert_clean_in_every_look
from tests.cast import City
from tests.disclosure.making import ID_NUMBER, PERSON, discloser, drafted, head, passed, reviewer, sent


def test_the_pages_are_clean_in_every_look(browse: Browse, city: City) -> None:
    waiting = passed()
    assert_clean_in_every_look(browse, f"/500103/disclosure/{waiting.uid}/", user=head())
    disclosure = sent(by=PERSON, written=f"准予经营，身份证号码{ID_NUMBER}。")
    pages = ["/500103/disclosure/", f"/500103/disclosure/{disclosure.uid}/"]
    assert_clean_in_every_look(browse, *pages, user=reviewer())


def test_a_draft_is_confirmed_reviewed_and_read_by_the_public_without_scripts(browse: Browse, city: City) -> None:
    drafted(by=PERSON)
    page = browse("/500103/disclosure/", NO_SCRIPTS, user=discloser())
    page.get_by_role("link", name="公共场所卫生许可").click()
    page.get_by_label("公示的许可内容").fill("准予经营沐浴场所。")
    page.get_by_role("button", name="确认并送保密审查").click()
    expect(page.get_by_text("已送保密审查。")).to_be_visible()

    page = browse("/500103/disclosure/", NO_SCRIPTS, user=reviewer())
    page.get_by_role("link", name="公共场所卫生许可").click()
    page.get_by_role("button", name="通过，报请批准").click()
    expect(page.get_by_text("审查通过，已报请批准公开。")).to_be_visible()

    page = browse("/500103/disclosure/", NO_SCRIPTS, user=head())
    page.get_by_role("link", name="公共场所卫生许可").click()
    page.get_by_role("button", name="批准并公示").click()
    expect(page.get_by_text("已批准，已经公示。")).to_be_visible()

    page = browse("/500103/register/?q=沐浴", NO_SCRIPTS)
    expect(page.get_by_text("没有找到符合条件的公示")).to_be_visible()
    page = browse("/500103/register/?q=卫生许可", NO_SCRIPTS)
    page.get_by_role("link", name="张**").click()
    expect(page.get_by_text("准予经营沐浴场所。")).to_be_visible()
    expect(page.get_by_text("张小满")).to_have_count(0)

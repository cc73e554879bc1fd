"""Every look of the portal in Chromium: nothing for axe-core to find, nothing that scrolls sideways."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser import (
    DESKTOP,
    ELDER,
    EVERY_LOOK,
    HIGH_CONTRAST,
    LARGEST,
    NARROW,
    NO_SCRIPTS,
    PHONE,
    Browse,
    assert_clean,
    assert_clean_in_every_look,
    sideways_scroll,
    small_targets,
)
from tests.cast import City

RICH = ["/", "/styleguide/"]
PLAIN = ["/500103/", "/halls/", "/help/", "/sitemap/", "/styleguide/errors/409/", "/styleguide/errors/500/"]


@pytest.mark.parametrize("address", RICH)
def test_a_page_is_clean_in_every_look(browse: Browse, city: City, address: str) -> None:
    assert_clean_in_every_look(browse, address, looks=(*EVERY_LOOK, (PHONE, ELDER), (DESKTOP, HIGH_CONTRAST)))


# The components are seen in every look above; plain pages are made of them.
def test_plain_pages_are_clean(browse: Browse, city: City) -> None:
    for address in PLAIN:
        assert_clean(browse(address, NARROW, LARGEST))


@pytest.mark.parametrize("address", RICH)
def test_nothing_scrolls_sideways_at_the_largest_elder_view(browse: Browse, city: City, address: str) -> None:
    assert sideways_scroll(browse(address, NARROW, ELDER, LARGEST)) == 0


@pytest.mark.parametrize("address", RICH)
def test_targets_can_be_hit(browse: Browse, city: City, address: str) -> None:
    for wishes, least in (((DESKTOP,), 24), ((PHONE,), 44), ((DESKTOP, ELDER), 60)):
        assert small_targets(browse(address, *wishes), least) == [], wishes


def open_settings(page: Page) -> None:
    page.get_by_role("link", name="阅读设置", exact=True).click()


def test_reading_settings_work_without_scripts(browse: Browse, city: City) -> None:
    page = browse("/help/?from=test", NO_SCRIPTS)
    open_settings(page)
    page.get_by_label("特大").check()
    page.get_by_role("button", name="应用设置").click()
    expect(page.locator("html")).to_have_attribute("data-size", "largest")
    assert page.url.endswith("/help/?from=test")


def test_the_elder_view_is_one_press_away(browse: Browse, city: City) -> None:
    page = browse("/help/", NO_SCRIPTS)
    page.get_by_role("button", name="长辈版").click()
    expect(page.locator("html")).to_have_attribute("data-view", "elder")
    page.get_by_role("button", name="返回标准版").click()
    expect(page.locator("html")).to_have_attribute("data-view", "standard")


def test_changing_how_one_reads_loses_nothing_typed(browse: Browse, city: City) -> None:
    page = browse("/styleguide/")
    page.get_by_label("单位名称").first.fill("写到一半")
    open_settings(page)
    page.get_by_label("高对比").check()
    page.get_by_role("button", name="应用设置").click()
    expect(page.locator("html")).to_have_attribute("data-contrast", "high")
    expect(page.get_by_label("单位名称").first).to_have_value("写到一半")


def test_the_elder_view_comes_and_goes_beside_a_form(browse: Browse, city: City) -> None:
    page = browse("/styleguide/")
    page.get_by_role("button", name="长辈版").click()
    expect(page.locator("html")).to_have_attribute("data-view", "elder")
    page.get_by_role("button", name="返回标准版").click()
    expect(page.locator("html")).to_have_attribute("data-view", "standard")


def test_the_first_tab_stop_skips_to_the_text(browse: Browse, city: City) -> None:
    page = browse("/help/")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="跳到正文")).to_be_focused()


def test_the_error_summary_takes_focus(browse: Browse, city: City) -> None:
    expect(browse("/styleguide/").locator(".error-summary")).to_be_focused()


def test_focus_can_be_seen(browse: Browse, city: City) -> None:
    page = browse("/help/")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"


def test_the_policy_lets_every_script_and_sheet_in(browse: Browse, city: City) -> None:
    page = browse("/help/")
    refused: list[str] = []
    page.on("console", lambda message: refused.append(message.text) if message.type == "error" else None)
    page.goto("/")
    page.goto("/styleguide/")
    assert refused == []

"""The desk in a real browser: clean for axe, no sideways scroll, reached by the keyboard, the deeds without scripts."""

from datetime import datetime

import pytest

from applications.models import Correction
from hall.clock import freeze
from tests.applications.views.desk import address
from tests.browser import ELDER, LARGEST, NARROW, NO_SCRIPTS, PHONE, assert_clean, sideways_scroll, small_targets
from tests.factories.cases import accepted_case, clerk, correcting_case, fresh, received_case

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def handling(city):
    with freeze(datetime(2026, 9, 1, 9)):
        accepted_case(by="zhangxiaoman")
    correcting_case(by="liyinuo")
    return received_case()


def test_the_desk_is_clean_at_every_width(browse, handling):
    window, desk = clerk(handling, "window"), "/500103/desk/?scope=all"
    assert_clean(browse(desk, user=window))
    phone = browse(desk, PHONE, user=window)
    assert_clean(phone)
    assert small_targets(phone, 44) == []
    for wishes in ((NARROW,), (NARROW, LARGEST), (PHONE, ELDER)):
        assert sideways_scroll(browse(desk, *wishes, user=window)) == 0


def test_a_case_with_every_deed_open_is_clean_at_every_width(browse, handling):
    window = clerk(handling, "window")
    for wishes in ((), (PHONE,), (NARROW,), (NARROW, LARGEST), (PHONE, ELDER)):
        page = browse(address(handling), *wishes, user=window)
        page.evaluate("document.querySelectorAll('details').forEach(one => { one.name = ''; one.open = true })")
        page.evaluate("document.querySelectorAll('.pick input').forEach(one => { one.checked = true })")
        assert sideways_scroll(page) == 0
        if wishes in ((), (PHONE,)):
            assert_clean(page)


def test_the_keyboard_alone_accepts_a_case(browse, handling):
    page = browse("/500103/desk/", user=clerk(handling, "window"))
    link = page.get_by_role("link", name="公共场所卫生许可")
    link.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**" + address(handling))
    for _press in range(80):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.closest('form')?.id") == "deed-accept":
            break
    page.keyboard.press("Enter")
    page.get_by_text("已受理。受理通知书正在生成").wait_for()
    assert fresh(handling).state == "examining"


def test_without_scripts_the_complete_list_is_told(browse, handling):
    page = browse(address(handling), NO_SCRIPTS, user=clerk(handling, "window"))
    page.get_by_role("heading", name="一次性告知补正").click()
    assert not page.locator("#correct-field-area-problem").is_visible()
    page.locator("#correct-field-area").check()
    page.get_by_role("button", name="发出补正告知书").click()
    page.locator("#correct-field-area-problem").fill("与平面图不一致")
    page.locator("#correct-field-area-requirement").fill("请核对后填写")
    page.get_by_role("button", name="发出补正告知书").click()
    page.get_by_text("已一次性告知补正。补正告知书正在生成").wait_for()
    assert Correction.objects.get(handling=handling).entries[0]["problem"] == "与平面图不一致"

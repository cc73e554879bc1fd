"""The draft of a decision in a real browser: on the page of the desk it reads as the paper will."""

import pytest

from tests.applications.views.desk import done
from tests.browser import ELDER, PHONE, assert_clean
from tests.factories.cases import clerk, reviewed_case

pytestmark = pytest.mark.django_db(transaction=True)
WRITTEN = {"revision": "0", "granted": "yes", "content": "准予经营沐浴场所。", "conditions": "亮证经营", "basis": ["0"]}


@pytest.mark.parametrize("wishes", [(), (PHONE,), (ELDER,)], ids=["desk", "phone", "elder"])
def test_its_table_fills_the_sheet_and_its_list_is_numbered_once(city, browse, wishes):
    handling = reviewed_case()
    signer = clerk(handling, "signer")
    assert done(handling, signer, "draft_decision", **WRITTEN).status_code == 302
    page = browse(f"/500103/desk/{handling.uid}/", *wishes, user=signer)
    sheet, table = page.locator(".paper-preview"), page.locator(".paper-preview table")
    within = sheet.evaluate("one => one.querySelector('p').getBoundingClientRect().width")
    assert table.locator("tr").first.evaluate("one => one.getBoundingClientRect().width") > within - 4
    assert table.locator("th").first.evaluate("one => one.getBoundingClientRect().width") > 60
    assert sheet.locator("ol").evaluate("one => getComputedStyle(one).listStyleType") == "none"
    assert_clean(page)

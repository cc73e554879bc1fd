"""The pages of requests for disclosure in Chromium, for the applicant and for those who answer."""

import pytest

from tests.browser import DESKTOP, ELDER, LARGEST, NARROW, PHONE, Browse, assert_clean
from tests.cast import City
from tests.requests.making import WITHHELD, answered, checker, checking, consulting, discloser, person, supplementing

LOOKS = {"desktop": (DESKTOP,), "phone": (PHONE,), "elder": (DESKTOP, ELDER), "narrow": (NARROW, LARGEST)}


@pytest.mark.parametrize("look", LOOKS)
def test_the_pages_are_clean_in_every_look(browse: Browse, city: City, look: str) -> None:
    told, waiting = answered(WITHHELD), supplementing()
    asked, checked = consulting(), checking()
    for path in ("", "new/", f"{told.uid}/", f"{waiting.uid}/"):
        assert_clean(browse(f"/500103/requests/{path}", *LOOKS[look], user=person()))
    for path in ("", f"{asked.uid}/", f"{told.uid}/"):
        assert_clean(browse(f"/500103/requests/desk/{path}", *LOOKS[look], user=discloser()))
    assert_clean(browse(f"/500103/requests/desk/{checked.uid}/", *LOOKS[look], user=checker()))

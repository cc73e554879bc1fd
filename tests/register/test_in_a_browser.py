"""The public register in Chromium."""

import pytest

from hall.clock import today
from tests.browser import DESKTOP, ELDER, LARGEST, NARROW, PHONE, Browse, assert_clean
from tests.cast import City
from tests.register.making import entered, of_person
from tests.register.test_taking_back import corrected

LOOKS = {"desktop": (DESKTOP,), "phone": (PHONE,), "elder": (DESKTOP, ELDER), "narrow": (NARROW, LARGEST)}


@pytest.mark.parametrize("look", LOOKS)
def test_the_pages_are_clean_in_every_look(browse: Browse, city: City, look: str) -> None:
    entered(licence_name="公共场所卫生许可证", licence_number="渝中卫健卫〔2026〕第000001号")
    person = of_person()
    assert_clean(browse("/register/", *LOOKS[look]))
    assert_clean(browse("/register/?q=没有这样的单位&decided_from=2026-13-01", *LOOKS[look]))
    assert_clean(browse(f"/register/{person.uid}/", *LOOKS[look]))
    assert_clean(browse(f"/register/{corrected().uid}/?on={today()}", *LOOKS[look]))

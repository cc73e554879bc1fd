"""The public register in Chromium."""

from hall.clock import today
from tests.browser import Browse, assert_clean_in_every_look
from tests.cast import City
from tests.register.making import entered, of_person
from tests.register.test_taking_back import corrected


def test_the_pages_are_clean_in_every_look(browse: Browse, city: City) -> None:
    entered(licence_name="公共场所卫生许可证", licence_number="渝中卫健卫〔2026〕第000001号")
    person = of_person()
    assert_clean_in_every_look(
        browse,
        "/register/",
        "/register/?q=没有这样的单位&decided_from=2026-13-01",
        f"/register/{person.uid}/",
        f"/register/{corrected().uid}/?on={today()}",
    )

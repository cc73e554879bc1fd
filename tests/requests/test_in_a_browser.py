"""The pages of requests for disclosure in Chromium, for the applicant and for those who answer."""

from tests.browser import Browse, assert_clean_in_every_look
from tests.cast import City
from tests.requests.making import WITHHELD, answered, checker, checking, consulting, discloser, person, supplementing


def test_the_pages_are_clean_in_every_look(browse: Browse, city: City) -> None:
    told, waiting = answered(WITHHELD), supplementing()
    asked, checked = consulting(), checking()
    own = [f"/500103/requests/{path}" for path in ("", "new/", f"{told.uid}/", f"{waiting.uid}/")]
    assert_clean_in_every_look(browse, *own, user=person())
    desk = "/500103/requests/desk/"
    assert_clean_in_every_look(browse, desk, f"{desk}{asked.uid}/", f"{desk}{told.uid}/", user=discloser())
    assert_clean_in_every_look(browse, f"{desk}{checked.uid}/", user=checker())

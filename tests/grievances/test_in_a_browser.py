"""The pages of complaints in Chromium, for the person who writes and for the handler."""

from tests.browser import Browse, assert_clean_in_every_look
from tests.cast import City
from tests.grievances.making import accepted, answered, filed, handler


def test_the_public_pages_are_clean_in_every_look(browse: Browse, city: City, applicant_zhang) -> None:
    grievance = answered(user=applicant_zhang)
    pages = [f"/complaints/{path}" for path in ("", "new/", f"{grievance.uid}/", f"{grievance.uid}/receipt/")]
    assert_clean_in_every_look(browse, *pages, user=applicant_zhang)


def test_the_desk_is_clean_in_every_look(browse: Browse, city: City) -> None:
    received, taken = filed(accused_department=city.departments["yz-wj"], phone="13800001234"), accepted()
    desk = "/500103/complaints/desk/"
    assert_clean_in_every_look(browse, desk, f"{desk}{received.uid}/", f"{desk}{taken.uid}/", user=handler())

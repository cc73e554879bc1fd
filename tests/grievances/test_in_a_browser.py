"""The pages of complaints in Chromium, for the person who writes and for the handler."""

import pytest

from tests.browser import DESKTOP, ELDER, LARGEST, NARROW, PHONE, Browse, assert_clean
from tests.cast import City
from tests.grievances.making import accepted, answered, filed, handler

LOOKS = {"desktop": (DESKTOP,), "phone": (PHONE,), "elder": (DESKTOP, ELDER), "narrow": (NARROW, LARGEST)}


@pytest.mark.parametrize("look", LOOKS)
def test_the_public_pages_are_clean_in_every_look(browse: Browse, city: City, applicant_zhang, look: str) -> None:
    grievance = answered(user=applicant_zhang)
    for path in ("", "new/", f"{grievance.uid}/", f"{grievance.uid}/receipt/"):
        assert_clean(browse(f"/complaints/{path}", *LOOKS[look], user=applicant_zhang))


@pytest.mark.parametrize("look", LOOKS)
def test_the_desk_is_clean_in_every_look(browse: Browse, city: City, look: str) -> None:
    received, taken = filed(accused_department=city.departments["yz-wj"], phone="13800001234"), accepted()
    for path in ("", f"{received.uid}/", f"{taken.uid}/"):
        assert_clean(browse(f"/500103/complaints/desk/{path}", *LOOKS[look], user=handler()))

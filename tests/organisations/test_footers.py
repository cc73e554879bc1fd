"""Every hall is a site of its own: its footer is never another's."""

import pytest

from tests.cast import client_of

FACTS = ("sponsor", "contact", "site_code_shown", "icp_no", "psb_no")


@pytest.mark.parametrize(("here", "path"), [("cq", "/"), ("yz", "/500103/"), ("wz", "/500101/"), ("lj", "/500157/")])
def test_a_hall_shows_its_own_footer_and_no_other(city, here, path):
    page = client_of().get(f"{path}accounts/sign-in/").content.decode()
    for letters, hall in city.halls.items():
        for name in FACTS:
            shown = f"<dd>{getattr(hall, name)}</dd>" in page
            assert shown is (letters == here), (letters, name)

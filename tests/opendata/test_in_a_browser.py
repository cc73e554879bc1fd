"""Open data, offline verification, figures and credit files in Chromium."""

from datetime import timedelta

import pytest

from hall.clock import freeze, now
from tests.browser import DESKTOP, ELDER, LARGEST, NARROW, PHONE, Browse, assert_clean
from tests.cast import City
from tests.opendata.making import discloser, opened, reviewer, sent
from tests.register.making import entered
from tests.requests.making import WITHHELD, answered
from tracking.creditfile.models import CreditRow, Standing
from tracking.opendata.actions.making import make_files

LOOKS = {"desktop": (DESKTOP,), "phone": (PHONE,), "elder": (DESKTOP, ELDER), "narrow": (NARROW, LARGEST)}


@pytest.mark.parametrize("look", LOOKS)
def test_the_pages_are_clean_in_every_look(browse: Browse, city: City, look: str) -> None:
    with freeze(now() - timedelta(days=1)):
        entered()
        opened()
    make_files()
    answered(WITHHELD)
    sent("500000")
    fault = {"column": "XK_YXQZI", "text": "缺少"}
    told = {"document_number": "渝中卫健许准字〔2026〕第000001号", "standing": Standing.FAULTY, "faults": [fault]}
    CreditRow.objects.create(hall=city.yz, disclosure_uid=entered().uid, **told)
    for path in ("open-data/", "open-data/offline/", "disclosure-figures/"):
        assert_clean(browse(f"/500103/{path}", *LOOKS[look]))
    for path in ("open-data/desk/", "credit-files/"):
        assert_clean(browse(f"/500103/{path}", *LOOKS[look], user=discloser()))
    assert_clean(browse("/open-data/desk/", *LOOKS[look], user=reviewer("500000")))

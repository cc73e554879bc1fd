"""Open data, offline verification, figures and credit files in Chromium."""

from datetime import timedelta

from hall.clock import freeze, now
from tests.browser import Browse, assert_clean_in_every_look
from tests.cast import City
from tests.opendata.making import discloser, opened, reviewer, sent
from tests.register.making import entered
from tests.requests.making import WITHHELD, answered
from tracking.creditfile.models import CreditRow, Standing
from tracking.opendata.actions.making import make_files


def test_the_pages_are_clean_in_every_look(browse: Browse, city: City) -> None:
    with freeze(now() - timedelta(days=1)):
        entered()
        opened()
    make_files()
    answered(WITHHELD)
    sent("500000")
    fault = {"column": "XK_YXQZI", "text": "缺少"}
    told = {"document_number": "渝中卫健许准字〔2026〕第000001号", "standing": Standing.FAULTY, "faults": [fault]}
    CreditRow.objects.create(hall=city.yz, disclosure_uid=entered().uid, **told)
    public = [f"/500103/{path}" for path in ("open-data/", "open-data/offline/", "disclosure-figures/")]
    assert_clean_in_every_look(browse, *public)
    assert_clean_in_every_look(browse, "/500103/open-data/desk/", "/500103/credit-files/", user=discloser())
    assert_clean_in_every_look(browse, "/open-data/desk/", user=reviewer("500000"))

"""Many who grant the last place at once (行政许可法 Art. 57): exactly one grant, with real threads and locks."""

from functools import partial
from unittest.mock import patch

import pytest

from applications.actions.decide import grant
from applications.models import Decision
from applications.queries import allocation
from hall.catalogue.spec import Quota
from hall.errors import Incomplete, WrongState
from tests.applications.actions.test_races import together
from tests.factories.cases import CONTENT, clerk, reviewed_case, seen
from tests.factories.specs import item_says

pytestmark = pytest.mark.django_db(transaction=True)
PEOPLE = ("qingquan", "yunshang", "zhangxiaoman", "liyinuo")


def deciding(handling, signer, version):
    return partial(grant, handling.uid, signer, seen=version, content=CONTENT)


def test_of_all_who_grant_the_last_place_one_does(city):
    with item_says(quota=Quota(1)):
        cases = [reviewed_case(by=by) for by in PEOPLE]
        deeds = [deciding(one, clerk(one, "signer"), seen(one)) for one in cases for _again in range(3)]
        outcomes = together(deeds)
    refused = [one for one in outcomes if isinstance(one, Incomplete | WrongState)]
    assert len(refused) == len(deeds) - 1
    assert Decision.objects.get(granted=True).application_id == cases[0].application_id


def test_the_lock_alone_keeps_the_number_where_the_order_would_not(city):
    """Were nobody before anybody, all could grant at once: the one lock of the offering lets one of them."""
    nobody = allocation.Ahead([], 0)
    with item_says(quota=Quota(1)):
        cases = [reviewed_case(by=by) for by in PEOPLE]
        deeds = [deciding(one, clerk(one, "signer"), seen(one)) for one in cases]
        with patch.object(allocation, "ahead_of", lambda case: nobody):
            outcomes = together(deeds)
    lost = [one for one in outcomes if isinstance(one, Incomplete | WrongState)]
    assert len(lost) == len(cases) - 1
    assert Decision.objects.filter(granted=True).count() == 1

"""R17 (domain.md §7.4): where the order of a quota was broken elsewhere, supervision hears of it once (Art. 57)."""

from datetime import datetime, timedelta
from io import StringIO

import pytest
from django.core.management import call_command

from applications.models import Application, Decision
from hall.catalogue.spec import Quota
from hall.clock import freeze
from hall.events.models import Event
from tests.factories.cases import decide, fresh, reviewed_case
from tests.factories.hearings import told_hearing
from tests.factories.specs import item_says

pytestmark = pytest.mark.django_db
TUESDAY = datetime(2026, 11, 24, 9)


def checked():
    out = StringIO()
    call_command("check_quota_order", stdout=out)
    return out.getvalue()


def told(handling):
    events = Event.objects.filter(subject_uid=handling.application.uid, kind="applications.RuleBroken")
    return [one.payload["rule"] for one in events if one.payload["rule"] == "R17"]


def two():
    with freeze(TUESDAY):
        first = reviewed_case(by="qingquan")
    with freeze(TUESDAY + timedelta(minutes=5)):
        second = reviewed_case(by="yunshang")
    return first, second


def skipped():
    """As an import from elsewhere would leave it: the second decided an hour before the first."""
    first, second = two()
    with freeze(TUESDAY + timedelta(hours=2)):
        decide(second)
    return first, second


def test_a_grant_past_an_earlier_case_is_told_once(city):
    first, second = skipped()
    with item_says(quota=Quota(5)), freeze(TUESDAY + timedelta(hours=3)):
        assert second.application.case_no in checked()
        assert "此前已登记" in checked()
    assert told(second) == ["R17"]
    assert told(first) == []
    assert Decision.objects.get().application_id == second.application_id


def test_kept_order_is_nothing_to_tell(city):
    first, second = two()
    with item_says(quota=Quota(5)), freeze(TUESDAY + timedelta(hours=2)):
        decide(first)
        decide(fresh(second))
        assert "0件" in checked()


def test_nor_is_a_grant_while_the_earlier_one_waited_for_a_hearing(city):
    first, second = two()
    with item_says(quota=Quota(5)), freeze(TUESDAY + timedelta(hours=2)):
        told_hearing(first)
        decide(second)
        assert "0件" in checked()


def test_unless_no_place_was_kept_for_it(city):
    first, second = two()
    with freeze(TUESDAY + timedelta(hours=2)):
        told_hearing(first)
        decide(second)
    with item_says(quota=Quota(1)), freeze(TUESDAY + timedelta(hours=3)):
        assert second.application.case_no in checked()


def test_an_earlier_one_that_was_denied_did_not_qualify(city):
    first, _second = skipped()
    with freeze(TUESDAY + timedelta(hours=3)):
        decide(first, granted=False)
    with item_says(quota=Quota(5)):
        assert "0件" in checked()


def test_without_a_quota_there_is_no_order(city):
    skipped()
    assert "0件" in checked()
    assert not Application.objects.filter(breaches__contains=["R17"]).exists()

"""A licence ends when it was asked to end, where the item asks, and never later than the item allows."""

from datetime import date, datetime

import pytest

from applications.lifecycle import CaseState
from hall.clock import freeze
from tests.factories.cases import PUBLIC_PLACE, _source, decide, decided_case, publish, reviewed_case

pytestmark = pytest.mark.django_db
MONDAY = datetime(2026, 3, 2, 10)


def ending_by(key, **changes):
    result = {**_source(PUBLIC_PLACE).content["result"], "ends_by": key, **changes}
    publish(PUBLIC_PLACE, result=result)


def end(**answers):
    with freeze(MONDAY):
        application = decided_case(**answers).application
    assert application.state == CaseState.DECIDED
    return application.decision.valid_to


@pytest.mark.parametrize(("days", "last"), [("10", date(2026, 3, 11)), ("1", date(2026, 3, 2))])
def test_so_many_days_the_first_of_which_counts(city, days, last):
    ending_by("beds")
    assert end(beds=days) == last


def test_on_the_day_that_was_asked_for(city):
    ending_by("opening_date")
    assert end(opening_date="2027-01-15") == date(2027, 1, 15)


def test_longer_than_the_item_allows_it_ends_as_the_item_says(city):
    ending_by("opening_date", valid_years=1)
    assert end(opening_date="2029-06-30") == date(2027, 3, 1)


def test_decided_after_the_day_that_was_asked_for_it_holds_on_that_of_the_decision(city):
    ending_by("opening_date")
    with freeze(MONDAY):
        handling = reviewed_case(opening_date="2026-03-03")
    with freeze(datetime(2026, 3, 5, 10)):
        decision = decide(handling).application.decision
    assert (decision.valid_from, decision.valid_to) == (date(2026, 3, 5), date(2026, 3, 5))

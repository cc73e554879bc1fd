"""A licence ends when it was asked to end, where the item asks, and never later than the item allows."""

from datetime import date, datetime, timedelta

import pytest

from applications.lifecycle import CaseState
from applications.models import DecisionDraft
from applications.queries.decision_paper import validity_in
from hall.clock import freeze
from tests.factories.cases import (
    CONTENT,
    PUBLIC_PLACE,
    _source,
    decide,
    decided_case,
    examine,
    publish,
    reported_case,
    reviewed_case,
)

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


@pytest.mark.parametrize(
    ("asked", "first"), [("2026-05-01", date(2026, 5, 1)), ("2026-01-01", date(2026, 3, 2))]
)
def test_it_begins_on_the_day_that_was_asked_for_and_never_before_the_decision(city, asked, first):
    ending_by("beds", begins_by="opening_date")
    with freeze(MONDAY):
        decision = decided_case(beds="10", opening_date=asked).application.decision
    assert (decision.valid_from, decision.valid_to) == (first, first + timedelta(days=9))


def test_a_signer_who_writes_an_earlier_end_means_it(city):
    ending_by("beds", begins_by="opening_date")
    with freeze(MONDAY):
        handling = reviewed_case(beds="10", opening_date="2026-05-01")
        told = DecisionDraft(granted=True, content=CONTENT, valid_to=date(2026, 4, 1))
        begins, ends = validity_in(handling.application, told)
    assert (begins, ends) == (date(2026, 4, 1), date(2026, 4, 1))


def test_sand_is_mined_in_the_days_that_were_asked_for(city):
    with freeze(datetime(2026, 11, 2, 10)):
        decision = decide(examine(reported_case())).application.decision
    assert (decision.valid_from, decision.valid_to) == (date(2027, 3, 1), date(2027, 12, 31))


def test_decided_after_the_day_that_was_asked_for_it_holds_on_that_of_the_decision(city):
    ending_by("opening_date")
    with freeze(MONDAY):
        handling = reviewed_case(opening_date="2026-03-03")
    with freeze(datetime(2026, 3, 5, 10)):
        decision = decide(handling).application.decision
    assert (decision.valid_from, decision.valid_to) == (date(2026, 3, 5), date(2026, 3, 5))

"""The factory of other tests brings a case to each point of its life by the deeds alone."""

import pytest

from applications.lifecycle import CaseState, HandlingState
from applications.models import Paper
from applications.models.paper import PaperState
from tests.factories import cases

pytestmark = pytest.mark.django_db


def test_a_case_reaches_each_point(city):
    assert cases.draft_case().state == CaseState.DRAFT
    assert cases.received_case().application.state == CaseState.RECEIVED
    assert cases.correcting_case().application.state == CaseState.CORRECTING
    assert cases.accepted_case().state == HandlingState.EXAMINING
    assert cases.reviewed_case().state == HandlingState.DECIDING
    assert cases.decided_case().application.state == CaseState.DECIDED


def test_a_delivered_case_is_closed_with_all_its_papers_printed(city):
    application = cases.delivered_case().application
    assert application.state == CaseState.CLOSED
    assert not Paper.objects.filter(application=application, state=PaperState.DRAFTED).exists()


def test_a_case_of_two_levels_lies_at_the_city(city):
    handling = cases.reported_case()
    assert handling.hall == city.cq
    assert handling.is_upper
    assert handling.state == HandlingState.EXAMINING


def test_a_large_capital_goes_to_the_city(city):
    asked = {"by": "yunshang", "registered_capital": "6000000"}
    assert cases.received_case(cases.LABOUR_DISPATCH, **asked).hall == city.cq

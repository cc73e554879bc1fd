"""The national code of each conclusion (domain.md §4.6); 1, 2 and 5 always say why, and 3 is never given."""

import pytest

from applications.actions.refuse import find_not_required
from applications.actions.withdraw import withdraw
from applications.lifecycle import EARLY_ENDS
from applications.models import Application
from applications.queries.results import Result, ResultCode, result_code, result_of
from tests.factories.cases import (
    accepted_case,
    clerk,
    decided_case,
    fresh,
    received_case,
    reviewed_case,
    seen,
)

pytestmark = pytest.mark.django_db


def told(application: Application) -> Result:
    result = result_of(application)
    assert result
    return result


def test_a_case_that_goes_on_has_none(city):
    for made in (received_case, accepted_case, reviewed_case):
        assert result_code(made().application) is None


def test_a_certificate_or_a_denial(city):
    assert told(fresh(decided_case()).application).code == ResultCode.ISSUED
    denied = told(fresh(decided_case(granted=False)).application)
    assert (denied.code, bool(denied.reason)) == (ResultCode.OTHER, True)


def test_what_ended_at_intake_says_why(city):
    handling = received_case()
    find_not_required(handling.uid, clerk(handling, "window"), seen=seen(handling), reason="便民理发点不需要许可。")
    result = told(fresh(handling).application)
    assert (result.code, result.reason) == (ResultCode.RETURNED, "便民理发点不需要许可。")


def test_what_was_withdrawn_says_why(city):
    handling = accepted_case()
    application = handling.application
    withdraw(application.uid, application.applicant, seen=seen(handling), reason="暂不开业。", confirmed=True)
    assert told(fresh(handling).application).reason == "暂不开业。"


@pytest.mark.parametrize("state", EARLY_ENDS)
def test_every_early_end_has_its_code_and_its_reason(city, state):
    handling = accepted_case()
    Application.objects.filter(pk=handling.application.pk).update(state=state)
    result = told(fresh(handling).application)
    assert result.code in (ResultCode.RETURNED, ResultCode.VOIDED, ResultCode.LAPSED)
    assert result.reason

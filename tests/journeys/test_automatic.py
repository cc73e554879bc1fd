"""Published rules grant without anybody deciding: each rule is shown, and the paper says so."""

from datetime import timedelta
from typing import Any

import pytest

from applications.actions.settling import settle_due
from applications.models import AutomaticCheck, Paper
from hall.clock import freeze, now
from tests.factories.cases import INSTANT, received_case
from tests.journeys.worker import drain

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]


def test_the_rules_grant_and_the_applicant_reads_each(city, staff, company_qingquan, applicant, pictures):
    with freeze(now() - timedelta(minutes=11)):
        case = received_case(INSTANT, place_changed="no", valid_until="2029-06-30").application
    settle_due()
    drain()
    owner = applicant("qingquan")
    owner.opens(case)
    outcomes = AutomaticCheck.objects.get(application=case).outcomes
    assert all(one["holds"] for one in outcomes)
    for one in outcomes:
        owner.sees(one["text"])
    owner.looks_carefully()
    owner.keeps_picture(pictures, "automatic-granted")
    paper = Paper.objects.select_related("file").get(application=case, kind="D-11")
    assert paper.file is not None
    facts: Any = paper.facts
    assert list(facts.rules) == [one["text"] for one in outcomes]

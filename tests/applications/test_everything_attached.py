"""A case that has been in every room: its deeds ask each table for as little as its rooms need, and once."""

from datetime import datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from applications.actions.decide import grant
from applications.lifecycle import CaseState
from applications.models import Paper
from applications.models.reading import read_once, unchanged
from hall.clock import freeze
from tests.factories.cases import clerk, fresh, received_case, seen
from tests.factories.everywhere import BEEN_IN, been_everywhere, publish_with_everything

pytestmark = pytest.mark.django_db


def test_a_decision_on_a_case_that_was_everywhere_asks_little_more_than_a_row_for_each_room(city):
    publish_with_everything()
    with freeze(datetime(2026, 11, 24, 9)):
        handling = been_everywhere()
        signer = clerk(handling, "signer")
        with CaptureQueriesContext(connection) as asked:
            grant(handling.uid, signer, seen=seen(handling))
    assert fresh(handling).application.state == CaseState.DECIDED
    assert Paper.objects.filter(application=handling.application, kind="D-11").count() == 1
    # Halls and departments, which a web process remembers, the calendar's version, and what the deed itself needs.
    reads = [one["sql"] for one in asked if one["sql"].startswith("SELECT")]
    others = [sql for sql in reads if "organisations_" not in sql and "workdays_" not in sql]
    assert len(others) <= len(BEEN_IN) + 12


def test_inside_one_moment_a_table_is_asked_once_and_afterwards_anew(city):
    application = received_case().application
    answers = iter([["first"], ["second"], ["third"]])

    def read():
        return next(answers)

    assert read_once(application, "rows", read) == ["first"]
    with unchanged(application):
        assert read_once(application, "rows", read) == ["second"]
        with unchanged(application):
            assert read_once(application, "rows", read) == ["second"]
        assert read_once(application, "rows", read) == ["second"]
    assert read_once(application, "rows", read) == ["third"]

"""No decision while a hearing is owed or not on record; after it, only from its record (行政许可法 Art. 46-48)."""

from dataclasses import replace
from typing import Any
from unittest.mock import patch

import pytest

from applications.actions.report_up import report_up
from applications.actions.settling import settle_one
from applications.documents.kinds import Kind
from applications.lifecycle import CaseState
from applications.models import Application, HearingGround, Paper
from applications.queries.hindrances import hearing
from hall.clock import freeze
from hall.errors import Incomplete
from tests.applications.actions.refusing import refused
from tests.factories.cases import OPINION, SAND_MINING, clerk, decide, fresh, reviewed_case, seen
from tests.factories.hearings import (
    ADOPTION,
    day_after,
    held_hearing,
    ordered_hearing,
    recorded_hearing,
    requested_hearing,
    schedule,
    scheduled_hearing,
    told_hearing,
    weigh,
)

pytestmark = pytest.mark.django_db


def held(handling):
    return held_hearing(handling, scheduled_hearing(handling))


@pytest.mark.parametrize("made", [told_hearing, requested_hearing, scheduled_hearing, held, recorded_hearing])
@pytest.mark.parametrize("granted", [True, False])
def test_neither_grant_nor_denial_before_it_is_on_record_and_weighed(city, made, granted):
    handling = reviewed_case()
    made(handling)
    with refused(handling, Incomplete) as told:
        decide(fresh(handling), granted=granted)
    assert "听证" in str(told.value.message)


@pytest.mark.parametrize(("granted", "kind"), [(True, Kind.GRANT), (False, Kind.DENIAL)])
def test_the_decision_says_how_it_used_the_record(city, granted, kind):
    handling = reviewed_case()
    weigh(handling, recorded_hearing(handling))
    decided = decide(fresh(handling), granted=granted)
    assert decided.application.state == CaseState.DECIDED
    facts: Any = Paper.objects.get(application=decided.application, kind=kind).facts
    assert facts.hearing == ADOPTION


def test_a_bare_word_weighs_nothing(city):
    handling = reviewed_case()
    recorded = recorded_hearing(handling)
    with refused(handling, Incomplete):
        weigh(handling, recorded, "同意")


def test_once_the_right_has_lapsed_the_way_is_free(city):
    handling = reviewed_case()
    told_hearing(handling)
    with freeze(day_after(30)):
        settle_one(handling.application.uid)
        decided = decide(fresh(handling))
    assert decided.application.state == CaseState.DECIDED


def test_a_case_without_hearings_asks_no_table(city, django_assert_num_queries):
    handling = reviewed_case()
    assert handling.application.spec
    with django_assert_num_queries(0):
        assert list(hearing.unfinished_here(handling, True)) == []
        assert list(hearing.wanted_by_law(handling, True)) == []


def test_an_item_that_needs_one_is_not_decided_without(city):
    handling = reviewed_case()
    spec = replace(handling.application.spec, hearing_required=True)
    with patch.object(Application, "spec", spec):
        with refused(handling, Incomplete):
            decide(fresh(handling))
        ordered = ordered_hearing(handling, ground=HearingGround.BY_LAW, by="examiner")
        schedule(handling, ordered)
        with refused(handling, Incomplete):
            decide(fresh(handling))
        weigh(handling, recorded_hearing(handling, ordered))
        assert decide(fresh(handling)).application.state == CaseState.DECIDED


def test_nothing_goes_up_while_the_lower_agencys_hearing_is_open(city):
    below = reviewed_case(SAND_MINING)
    told_hearing(below)
    signer = clerk(below, "signer")
    with refused(below, Incomplete):
        report_up(below.uid, signer, seen=seen(below), opinion=OPINION)

"""A person and the published rules at the same moment: exactly one of them has the case."""

from datetime import timedelta

import pytest

from applications.actions.automatic import ask_person, take_over
from applications.actions.settling import settle_one
from applications.lifecycle import CaseState
from applications.models import Application, AutomaticCheck, Decision, Paper
from applications.models.automatic_check import Settled
from hall.clock import now
from hall.errors import WrongState
from tests.applications.actions.test_races import together
from tests.factories.cases import INSTANT, clerk, fresh, received_case, seen

pytestmark = pytest.mark.django_db(transaction=True)


def due_now(handling):
    """The wait is over: the next who looks settles it."""
    application = handling.application
    earlier = now() - timedelta(minutes=11)
    Application.objects.filter(pk=application.pk).update(received_at=earlier, settle_at=earlier)


@pytest.mark.parametrize("turn", range(3))
def test_a_take_over_and_the_automatic_decision_have_one_winner(city, turn):
    handling = received_case(INSTANT, place_changed="no", valid_until="2029-06-30")
    window, version, uid = clerk(handling, "window"), seen(handling), handling.application.uid
    due_now(handling)
    # The clerk's deed settles first as every deed does, so the rules win and the clerk is told who was quicker.
    outcomes = together([lambda: settle_one(uid), lambda: take_over(handling.uid, window, seen=version)] * 3)
    assert [one for one in outcomes if isinstance(one, Exception) and not isinstance(one, WrongState)] == []
    assert AutomaticCheck.objects.filter(application=handling.application).count() == 1
    assert Decision.objects.filter(application=handling.application).count() == 1
    assert fresh(handling).application.state == CaseState.DECIDED


def test_of_clerk_and_applicant_who_stop_the_rules_one_is_first_and_no_rule_decides(city):
    handling = received_case(INSTANT, place_changed="no", valid_until="2029-06-30")
    window, version, application = clerk(handling, "window"), seen(handling), handling.application
    outcomes = together(
        [
            lambda: take_over(handling.uid, window, seen=version),
            lambda: ask_person(application.uid, application.applicant, seen=version),
        ]
        * 2
    )
    assert sum(isinstance(one, WrongState) for one in outcomes) == 3
    due_now(handling)
    settle_one(application.uid)
    assert AutomaticCheck.objects.get().settled in (Settled.TAKEN_OVER, Settled.PERSON_ASKED)
    assert not Decision.objects.exists()


def test_many_readers_settle_it_once(city):
    handling = received_case(INSTANT, place_changed="no", valid_until="2029-06-30")
    due_now(handling)
    assert sum(together([lambda: settle_one(handling.application.uid)] * 6)) == 1
    assert Paper.objects.filter(application=handling.application, kind="D-11").count() == 1

"""The answer is rated once, by the person who wrote."""

import pytest

from complaints.grievances.actions.rate import rate
from complaints.grievances.lifecycle import GrievanceState
from complaints.grievances.models import Satisfaction
from hall.errors import Invalid, NotFound, WrongState
from tests.grievances.making import accepted, again, answered

pytestmark = pytest.mark.django_db


def test_the_person_rates_their_answer(city, applicant_zhang):
    grievance = answered(user=applicant_zhang)
    rated = rate(grievance.uid, user=applicant_zhang, proven=False, satisfaction=Satisfaction.GOOD, comment="谢谢")
    assert (rated.state, rated.satisfaction, rated.rating_comment) == (GrievanceState.RATED, 2, "谢谢")


def test_whoever_showed_number_and_code_rates_without_an_account(city):
    assert rate(answered().uid, user=None, proven=True, satisfaction=5).satisfaction == Satisfaction.VERY_POOR


def test_a_second_rating_changes_nothing(city):
    grievance = rate(answered().uid, user=None, proven=True, satisfaction=1)
    with pytest.raises(WrongState):
        rate(grievance.uid, user=None, proven=True, satisfaction=5)
    assert again(grievance).satisfaction == Satisfaction.VERY_GOOD


def test_what_was_not_answered_cannot_be_rated(city):
    with pytest.raises(WrongState):
        rate(accepted().uid, user=None, proven=True, satisfaction=1)


def test_a_stranger_rates_nothing(city, applicant_zhang, applicant_li):
    grievance = answered(user=applicant_zhang)
    for user in (applicant_li, None):
        with pytest.raises(NotFound):
            rate(grievance.uid, user=user, proven=False, satisfaction=1)
    assert again(grievance).state == GrievanceState.ANSWERED


@pytest.mark.parametrize("satisfaction", [0, 6])
def test_a_rating_is_one_of_five(city, satisfaction):
    with pytest.raises(Invalid):
        rate(answered().uid, user=None, proven=True, satisfaction=satisfaction)

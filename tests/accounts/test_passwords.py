"""What a password must be, for the public and for staff."""

from datetime import timedelta

import pytest
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from hypothesis import given
from hypothesis import strategies as st

from hall.accounts.actions.change_password import change_password
from hall.accounts.models import Kind, User
from hall.accounts.passwords import LengthAndClassesValidator, classes_in, must_change
from hall.clock import now

PUBLIC, STAFF = User(kind=Kind.PERSON, username="somebody"), User(kind=Kind.STAFF, username="someclerk")


def refusals(password, user):
    try:
        validate_password(password, user)
    except ValidationError as problems:
        return {problem.code for problem in problems.error_list}
    return set()


@pytest.mark.parametrize("password", ["Yuzhong8", "yuzhong-8", "渝中Ab12渝中", "YUZHONG_8"])
def test_eight_characters_of_three_classes_do_for_the_public(password):
    assert refusals(password, PUBLIC) == set()


@pytest.mark.parametrize(
    ("password", "why"),
    [("Yuzho-8", "too_short"), ("yuzhongqu8", "too_plain"), ("Password1", "password_too_common")],
)
def test_less_is_refused_with_the_reason(password, why):
    assert why in refusals(password, PUBLIC)


def test_common_passwords_are_refused_even_when_they_look_strong():
    assert refusals("P@ssw0rd", PUBLIC) == {"password_too_common"}


@pytest.mark.parametrize("password", ["Password1", "Somebody1", "short", "yuzhongqu8"])
def test_every_reason_is_given_in_chinese(password):
    with pytest.raises(ValidationError) as problems:
        validate_password(password, PUBLIC)
    assert all("\u4e00" <= reason[0] <= "\u9fff" for reason in problems.value.messages)


def test_staff_need_ten_characters():
    assert refusals("Yuzhong-8", STAFF) == {"too_short"}
    assert refusals("Yuzhong-80", STAFF) == set()


def test_a_password_like_the_user_name_is_refused():
    assert "password_too_similar" in refusals("Somebody1", PUBLIC)


@given(st.text(max_size=40))
def test_length_and_classes_decide_and_nothing_else(password):
    try:
        LengthAndClassesValidator().validate(password, PUBLIC)
    except ValidationError:
        assert len(password) < 8 or classes_in(password) < 3
    else:
        assert len(password) >= 8
        assert classes_in(password) >= 3


@pytest.fixture
def clerk(db):
    clerk = User(kind=Kind.STAFF, username="yz-new", name="新来")
    clerk.set_password("Diyige-mima-0")
    clerk.save()
    return clerk


def test_staff_may_not_return_to_the_last_five_passwords(clerk):
    for number in range(1, 6):
        change_password(clerk, f"Diyige-mima-{number}", hall_code="500103")
    for number in range(6):
        assert "reused" in refusals(f"Diyige-mima-{number}", clerk), number
    change_password(clerk, "Diyige-mima-6", hall_code="500103")
    assert refusals("Diyige-mima-0", clerk) == set()


def test_an_initial_password_must_be_changed_and_then_no_more(clerk):
    clerk.password_is_initial = True
    assert must_change(clerk, now())
    change_password(clerk, "Diyige-mima-1", hall_code="500103")
    assert not must_change(clerk, now())


def test_a_staff_password_ages_in_ninety_days_to_the_second(clerk):
    limit = clerk.password_set_at + timedelta(days=90)
    assert not must_change(clerk, limit - timedelta(seconds=1))
    assert must_change(clerk, limit)


def test_the_password_of_the_public_and_of_demo_accounts_does_not_age(clerk, applicant_zhang):
    clerk.password_never_ages = True
    long_after = clerk.password_set_at + timedelta(days=4000)
    assert not must_change(clerk, long_after)
    assert not must_change(applicant_zhang, long_after)

"""An organisation opens an account."""

import pytest

from hall.accounts.models import Kind, User
from hall.numbering.demo import demo_uscc
from tests.cast import client_of

pytestmark = pytest.mark.usefixtures("city")

ADDRESS = "/accounts/sign-up/organisation/"
USCC = demo_uscc("91", "500227", 77)
FILLED = {
    "name": "重庆白露茶业有限公司",
    "uscc": USCC,
    "legal_representative": "白露",
    "handler_name": "霜小降",
    "phone": "19900000031",
    "username": "bailu-tea",
    "password": "Bailu-2026",
    "password_again": "Bailu-2026",
    "notice_read": "on",
}


def sign_up(**changes):
    return client_of().post(ADDRESS, FILLED | changes)


def test_who_signs_up_for_an_organisation_gets_its_account():
    assert sign_up().status_code == 302
    user = User.objects.get(username="bailu-tea")
    assert (user.kind, user.name, user.uscc) == (Kind.ORGANISATION, "重庆白露茶业有限公司", USCC)
    assert (user.legal_representative, user.handler_name) == ("白露", "霜小降")
    assert user.phone == "19900000031"


def test_a_code_of_a_county_that_was_renamed_long_ago_is_good():
    assert USCC[2:8] == "500227"
    assert sign_up().status_code == 302


def test_a_code_in_lower_case_with_spaces_is_understood():
    sign_up(uscc=f"{USCC[:8].lower()} {USCC[8:].lower()}")
    assert User.objects.get(username="bailu-tea").uscc == USCC


@pytest.mark.parametrize(
    ("code", "told"),
    [
        (USCC[:17] + ("A" if USCC[17] != "A" else "B"), "校验位"),
        (USCC[:16], "18位"),
        ("I" + USCC[1:], "I、O、S、V、Z"),
    ],
)
def test_a_wrong_code_is_told_beside_the_field(code, told):
    answer = sign_up(uscc=code)
    assert answer.status_code == 422
    assert told in " ".join(answer.context["form"].errors["uscc"])
    assert not User.objects.exists()


def test_one_organisation_has_one_account_and_who_holds_it_is_not_told(company_yunshang):
    answer = sign_up(uscc=company_yunshang.uscc)
    assert answer.status_code == 422
    assert "不能再注册" in " ".join(answer.context["form"].errors["uscc"])
    assert company_yunshang.name not in answer.content.decode()
    assert company_yunshang.handler_name not in answer.content.decode()


@pytest.mark.parametrize("missing", ["name", "legal_representative", "handler_name", "phone"])
def test_what_is_missing_is_told_beside_its_field(missing):
    answer = sign_up(**{missing: " "})
    assert answer.status_code == 422
    assert list(answer.context["form"].errors) == [missing]

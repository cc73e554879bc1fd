"""The cast keeps its promises, for every other test leans on it."""

import pytest

from hall.accounts.models import Duty, RealNameLevel
from hall.accounts.rules import has_duty
from hall.clock import today
from hall.numbering.checks import id_card_problem, uscc_is_valid
from tests.cast import STAFF, client_of


def test_every_named_member_of_staff_exists(staff):
    assert set(staff) == set(STAFF)


def test_a_clerk_holds_one_duty_at_one_department(yz_wj_window, city):
    assert has_duty(yz_wj_window, Duty.WINDOW, city.departments["yz-wj"])
    assert not has_duty(yz_wj_window, Duty.SIGNER, city.departments["yz-wj"])
    assert not has_duty(yz_wj_window, Duty.WINDOW, city.departments["yz-rs"])
    assert not has_duty(yz_wj_window, Duty.WINDOW, city.departments["cq-wj"])


def test_a_whole_hall_post_covers_every_department_of_that_hall_alone(yz_secrecy, city):
    covered = {key for key, one in city.departments.items() if has_duty(yz_secrecy, Duty.SECRECY, one)}
    assert covered == {"yz-wj", "yz-rs", "yz-sl", "yz-zw"}


def test_invented_people_carry_the_sequence_of_nobody(applicant_zhang, applicant_li, stranger):
    for person in (applicant_zhang, applicant_li, stranger):
        assert person.id_number[14:17] == "000"
        assert id_card_problem(person.id_number, today()) is None


def test_invented_companies_carry_a_body_of_nobody(company_yunshang, company_qingquan):
    for company in (company_yunshang, company_qingquan):
        assert company.uscc[8:12] == "0000"
        assert uscc_is_valid(company.uscc)


def test_only_the_newcomer_has_not_proved_a_name(applicant_zhang, newcomer_chen):
    assert applicant_zhang.real_name_level == RealNameLevel.SECOND
    assert newcomer_chen.real_name_level == RealNameLevel.NONE


@pytest.mark.usefixtures("city")
def test_a_browser_of_somebody_is_signed_in(applicant_zhang):
    assert client_of(applicant_zhang).get("/accounts/profile/").status_code == 200
    assert client_of().get("/accounts/profile/").status_code == 302

"""My data: seen masked, corrected, and nobody else's."""

import pytest

from hall.accounts.demo import DEMO_PASSWORD
from hall.accounts.models import User
from hall.audit.models import Entry
from hall.crypto import blind_index
from tests.cast import client_of

pytestmark = pytest.mark.usefixtures("city")

PROFILE, CONTACT, PASSWORD = "/accounts/profile/", "/accounts/profile/contact/", "/accounts/password/"


def test_a_person_sees_their_numbers_masked(applicant_zhang):
    page = client_of(applicant_zhang).get(PROFILE).content.decode()
    assert applicant_zhang.name in page
    assert applicant_zhang.id_number not in page
    assert applicant_zhang.phone not in page
    assert "199****0001" in page
    assert "演示路1号" not in page


def test_an_organisation_sees_its_code_and_its_handler(company_yunshang):
    page = client_of(company_yunshang).get(PROFILE).content.decode()
    for shown in (company_yunshang.uscc, company_yunshang.legal_representative, company_yunshang.handler_name):
        assert shown in page


def test_staff_see_their_posts(yz_wj_window):
    page = client_of(yz_wj_window).get(PROFILE).content.decode()
    assert "渝中区卫生健康委员会 · 窗口受理" in page


def test_my_data_are_not_kept_by_a_shared_browser(applicant_zhang):
    assert "no-store" in client_of(applicant_zhang).get(PROFILE).headers["Cache-Control"]


@pytest.mark.parametrize("page", [PROFILE, CONTACT, PASSWORD, "/accounts/real-name/"])
def test_a_visitor_is_asked_to_sign_in(page):
    assert client_of().get(page).headers["Location"] == f"/accounts/sign-in/?next={page}"


def test_contact_data_are_corrected_sealed_and_put_on_record_without_the_values(applicant_zhang):
    given = {"phone": "19900000077", "address": "重庆市渝中区演示路77号"}
    assert client_of(applicant_zhang).post(CONTACT, given).status_code == 302
    user = User.objects.get(pk=applicant_zhang.pk)
    assert (user.phone, user.address) == (given["phone"], given["address"])
    assert user.phone_index == blind_index("19900000077")
    entry = Entry.objects.get(action="account.contact_changed")
    assert set(entry.changes) == {"phone", "address"}
    assert "19900000077" not in str(entry.changes)


def test_a_wrong_phone_is_told_beside_the_field(applicant_zhang):
    answer = client_of(applicant_zhang).post(CONTACT, {"phone": "119"})
    assert answer.status_code == 422
    assert "11位手机号码" in " ".join(answer.context["form"].errors["phone"])


def change(client, old=DEMO_PASSWORD, new="Xinmima-2027", again="Xinmima-2027"):
    return client.post(PASSWORD, {"old_password": old, "new_password1": new, "new_password2": again})


def test_the_password_is_changed_and_other_browsers_are_signed_out(applicant_zhang):
    here, elsewhere = client_of(applicant_zhang), client_of(applicant_zhang)
    assert change(here).status_code == 302
    assert here.get(PROFILE).status_code == 200
    assert elsewhere.get(PROFILE).status_code == 302
    assert Entry.objects.filter(action="account.password_changed").count() == 1


@pytest.mark.parametrize(
    ("given", "beside"),
    [
        ({"old": "Wrong-2026"}, "old_password"),
        ({"again": "Xinmima-2028"}, "new_password2"),
        ({"new": "short", "again": "short"}, "new_password2"),
    ],
)
def test_a_password_that_will_not_do_is_told_beside_its_field(applicant_zhang, given, beside):
    answer = change(client_of(applicant_zhang), **given)
    assert answer.status_code == 422
    assert list(answer.context["form"].errors) == [beside]
    assert User.objects.get(pk=applicant_zhang.pk).check_password(DEMO_PASSWORD)


def test_staff_cannot_choose_the_password_they_have(yz_wj_window):
    answer = change(client_of(yz_wj_window), new=DEMO_PASSWORD, again=DEMO_PASSWORD)
    assert answer.status_code == 422
    assert "用过的密码" in str(answer.context["form"].errors)

"""Signing in and out."""

import pytest

from hall.accounts.demo import DEMO_PASSWORD
from hall.audit.models import Entry
from tests.cast import client_of

pytestmark = pytest.mark.usefixtures("city")

ADDRESS = "/accounts/sign-in/"


def sign_in(username, password=DEMO_PASSWORD, address=ADDRESS, client=None):
    return (client or client_of()).post(address, {"username": username, "password": password})


def test_an_applicant_comes_to_their_space(applicant_zhang):
    answer = sign_in(applicant_zhang.username)
    assert answer.headers["Location"] == "/space/"


def test_case_and_spaces_around_the_user_name_do_not_matter(applicant_zhang):
    assert sign_in(" ZhangXiaoMan ").status_code == 302


def test_whoever_wanted_a_page_comes_to_it(applicant_zhang):
    answer = sign_in(applicant_zhang.username, address=f"{ADDRESS}?next=/500103/accounts/profile/")
    assert answer.headers["Location"] == "/500103/accounts/profile/"


@pytest.mark.parametrize("elsewhere", ["https://evil.example/", "//evil.example", "javascript:alert(1)"])
def test_nobody_is_sent_to_another_site(applicant_zhang, elsewhere):
    assert sign_in(applicant_zhang.username, address=f"{ADDRESS}?next={elsewhere}").headers["Location"] == "/space/"


def test_a_wrong_password_an_unknown_name_and_a_closed_account_get_the_same_answer(applicant_zhang, applicant_li):
    applicant_li.is_active = False
    applicant_li.save()
    answers = [
        sign_in(applicant_zhang.username, "Wrong-2026"),
        sign_in("nobody-here", "Wrong-2026"),
        sign_in(applicant_li.username),
    ]
    assert {answer.status_code for answer in answers} == {422}
    told = {str(answer.context["form"].non_field_errors()) for answer in answers}
    assert len(told) == 1
    assert "用户名或密码不正确" in told.pop()


def test_the_session_gets_a_new_key_at_sign_in(applicant_zhang):
    client = client_of()
    client.session.save()
    client.cookies["sessionid"] = before = client.session.session_key or "planted"
    sign_in(applicant_zhang.username, client=client)
    assert client.cookies["sessionid"].value != before


def test_signing_in_and_out_is_on_record(applicant_zhang):
    client = client_of()
    sign_in(applicant_zhang.username, client=client)
    client.post("/accounts/sign-out/")
    actions = list(Entry.objects.order_by("id").values_list("action", "subject_uid"))
    assert actions == [("account.signed_in", applicant_zhang.uid), ("account.signed_out", applicant_zhang.uid)]


def test_signing_out_takes_a_post(applicant_zhang):
    client = client_of(applicant_zhang)
    assert client.get("/accounts/sign-out/").status_code == 405
    assert client.get("/accounts/profile/").status_code == 200
    client.post("/accounts/sign-out/")
    assert client.get("/accounts/profile/").status_code == 302


def test_the_way_to_sign_up_keeps_where_somebody_was_going():
    page = client_of().get(f"{ADDRESS}?next=/500103/items/%3Fq=a%26b").content.decode()
    assert "/accounts/sign-up/?next=%2F500103%2Fitems%2F%3Fq%3Da%26b" in page

"""Five wrong passwords lock this name from this address for half an hour, in every process."""

import re
from datetime import timedelta

import pytest
from axes.models import AccessAttempt

from hall.accounts.demo import DEMO_PASSWORD
from tests.cast import client_of

pytestmark = pytest.mark.usefixtures("city")


def sign_in(username, password, address="10.0.0.1"):
    given = {"username": username, "password": password}
    return client_of().post("/accounts/sign-in/", given, REMOTE_ADDR=address)


def fail_five_times(username):
    return [sign_in(username, "Wrong-2026").status_code for _try in range(5)]


def test_the_fifth_wrong_password_locks_and_says_for_how_long(applicant_zhang):
    assert fail_five_times(applicant_zhang.username) == [422, 422, 422, 422, 429]
    answer = sign_in(applicant_zhang.username, DEMO_PASSWORD)
    assert answer.status_code == 429
    assert "30分钟后再试" in answer.content.decode()
    assert answer.headers["Retry-After"] == "1800"


def test_an_unknown_name_is_locked_alike():
    assert fail_five_times("nobody-here") == [422, 422, 422, 422, 429]


def page_of(answer):
    return re.sub(r'(csrfmiddlewaretoken" value=")[^"]+', r"\1", answer.content.decode())


def test_the_page_does_not_tell_whether_the_account_exists(applicant_zhang):
    fail_five_times(applicant_zhang.username)
    fail_five_times("nobody-here")
    known, unknown = sign_in(applicant_zhang.username, "x"), sign_in("nobody-here", "x")
    assert page_of(known) == page_of(unknown)


def test_another_spelling_of_the_name_buys_no_more_tries(applicant_zhang):
    spellings = ["zhangxiaoman", "ZHANGXIAOMAN", " zhangXiaoman", "Zhangxiaoman ", "zhangxiaomaN"]
    codes = [sign_in(spelling, "Wrong-2026").status_code for spelling in spellings]
    assert codes[-1] == 429


def test_others_at_the_address_and_the_person_elsewhere_are_not_locked(applicant_zhang, applicant_li):
    fail_five_times(applicant_zhang.username)
    assert sign_in(applicant_li.username, DEMO_PASSWORD).status_code == 302
    assert sign_in(applicant_zhang.username, DEMO_PASSWORD, "10.0.0.2").status_code == 302


def test_a_right_password_before_the_fifth_clears_the_count(applicant_zhang):
    for _try in range(4):
        sign_in(applicant_zhang.username, "Wrong-2026")
    assert sign_in(applicant_zhang.username, DEMO_PASSWORD).status_code == 302
    assert sign_in(applicant_zhang.username, "Wrong-2026").status_code == 422


def as_if_minutes_had_passed(minutes):
    for attempt in AccessAttempt.objects.all():
        AccessAttempt.objects.filter(pk=attempt.pk).update(
            attempt_time=attempt.attempt_time - timedelta(minutes=minutes)
        )


def test_half_an_hour_later_the_lock_is_gone_although_someone_kept_trying(applicant_zhang):
    fail_five_times(applicant_zhang.username)
    as_if_minutes_had_passed(20)
    assert sign_in(applicant_zhang.username, "Wrong-2026").status_code == 429
    as_if_minutes_had_passed(11)
    assert sign_in(applicant_zhang.username, DEMO_PASSWORD).status_code == 302


def test_the_count_is_kept_in_the_database_where_every_process_sees_it(applicant_zhang):
    fail_five_times(applicant_zhang.username)
    attempt = AccessAttempt.objects.get(username=applicant_zhang.username)
    assert attempt.failures_since_start == 5
    assert "Wrong-2026" not in attempt.post_data

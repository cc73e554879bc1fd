"""Looking a case up over the API: the page's own code beneath, so the same limits and the same silence."""

import pytest

from hall.audit.models import Entry
from tests.api.calling import Caller, told
from tests.factories import cases

pytestmark = pytest.mark.django_db


@pytest.fixture
def filed(city):
    return cases.accepted_case(by="zhangxiaoman").application


def ask(number, code, **headers):
    return Caller().post("/look-up/", {"number": number, "code": code}, **headers)


def test_number_and_code_tell_where_the_case_stands(filed):
    answer = ask(filed.case_no, filed.query_code).json()
    assert answer["case_no"] == filed.case_no
    assert answer["lamp"]["lamp"] == "green"
    assert [one["title"] for one in answer["timeline"] if one["state"] == "now"]
    assert {clock["label"] for clock in answer["clocks"]} == {"承诺期限", "法定期限"}


def test_it_tells_no_more_than_the_surname(filed):
    answer = ask(filed.case_no, filed.query_code)
    assert answer.json()["applicant"] == "张**"
    assert filed.query_code not in answer.content.decode()


def test_an_unknown_number_and_a_wrong_code_are_the_same_answer(filed):
    unknown = told(ask(filed.case_no[:-4] + "9999", filed.query_code), 404)
    assert unknown == told(ask(filed.case_no, "AAAAAAAAAA"), 404)


def test_tries_on_the_page_and_over_the_api_are_counted_together(filed):
    for turn in range(5):
        ask(filed.case_no, "AAAAAAAAAA", REMOTE_ADDR=f"10.0.0.{turn}")
        Caller().client.post(
            "/track/", {"number": filed.case_no, "code": "AAAAAAAAAA"}, REMOTE_ADDR=f"10.0.1.{turn}"
        )
    answer = ask(filed.case_no, filed.query_code, REMOTE_ADDR="10.0.2.1")
    told(answer, 429)
    assert int(answer["Retry-After"]) > 0


def test_behind_a_proxy_visitors_are_counted_by_their_own_address(filed, settings):
    settings.HALL_PROXY_COUNT = 1
    for turn in range(61):
        ask(f"NOSUCHNUMBER{turn}", "AAAAAAAAAA", HTTP_X_FORWARDED_FOR=f"10.9.9.{turn}, 203.0.113.1")
    assert ask(filed.case_no, filed.query_code, HTTP_X_FORWARDED_FOR="203.0.113.1").status_code == 429
    assert ask(filed.case_no, filed.query_code, HTTP_X_FORWARDED_FOR="203.0.113.2").status_code == 200


def test_without_a_proxy_nobody_chooses_their_address(filed):
    for turn in range(61):
        ask(f"NOSUCHNUMBER{turn}", "AAAAAAAAAA", HTTP_X_FORWARDED_FOR=f"10.9.9.{turn}")
    assert ask(filed.case_no, filed.query_code, HTTP_X_FORWARDED_FOR="10.9.9.99").status_code == 429


def test_who_was_looked_up_stands_in_the_trail(filed):
    ask(filed.case_no, filed.query_code)
    assert Entry.objects.filter(action="progress.looked_up", subject_uid=filed.uid).count() == 1

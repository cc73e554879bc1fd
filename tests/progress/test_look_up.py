"""Following a case without an account: number and query code together, or nothing at all."""

import re
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils.crypto import constant_time_compare

from hall.audit.models import Entry
from hall.crypto import blind_index
from tests.cast import client_of
from tests.factories import cases
from tracking.progress import searching

pytestmark = pytest.mark.django_db


@pytest.fixture
def filed(city) -> Any:
    return cases.received_case(cases.LABOUR_DISPATCH, by="yunshang").application


def ask(client, number, code, **extra):
    return client.post("/track/", {"number": number, "code": code}, **extra)


def test_number_and_code_open_the_progress(filed):
    client = client_of()
    response = ask(client, filed.case_no, filed.query_code)
    assert response["Location"] == "/track/case/"
    page = client.get("/track/case/").content.decode()
    assert "等待受理" in page
    assert "受理期限还剩" in page
    assert filed.query_code not in page


def test_blanks_hyphens_and_lower_case_are_forgiven(filed):
    number = f"{filed.case_no[:18]} {filed.case_no[18:31]}-{filed.case_no[31:]}".lower()
    code = f" {filed.query_code[:5].lower()} {filed.query_code[5:].lower()} "
    assert ask(client_of(), number, code).status_code == 302


def test_nothing_tells_an_unknown_number_from_a_wrong_code(filed):
    unknown = ask(client_of(), filed.case_no[:-4] + "9999", filed.query_code)
    wrong = ask(client_of(), filed.case_no, "AAAAAAAAAA")
    assert unknown.status_code == wrong.status_code == 404

    def told(response):
        return response.content.decode().split('class="error-summary"')[1].split("</ul>")[0]

    assert told(unknown) == told(wrong)
    assert "没有找到相符的办件" in told(wrong)


def test_an_unknown_number_and_a_wrong_code_are_the_same_answer_after_the_same_work(filed, monkeypatch):
    work: list[str] = []

    def noted(real):
        def counted(*told):
            work.append(real.__name__)
            return real(*told)

        return counted

    for real in (blind_index, constant_time_compare):
        monkeypatch.setattr(searching, real.__name__, noted(real))

    def asked(number: str) -> tuple[Any, ...]:
        work.clear()
        with CaptureQueriesContext(connection) as statements:
            page = ask(client_of(), number, "AAAAAAAAAA")
            api = client_of().post("/api/v1/look-up/", {"number": number, "code": "AAAAAAAAAA"}, "application/json")
        plain = re.sub(r'name="csrfmiddlewaretoken" value="\w+"|nonce="[^"]+"', "", page.content.decode())
        return (
            page.status_code,
            plain.replace(number, "?"),
            api.json(),
            sorted(set(api.headers) | set(page.headers)),
            list(work),
            [re.sub(r"""'[^']*'|"s\d+_x\d+"|\b\d+\b""", "?", one["sql"]) for one in statements],
        )

    # What is remembered of the hall is read once before.
    asked("X" * 43)
    unknown, wrong = asked(filed.case_no[:-4] + "9999"), asked(filed.case_no)
    assert unknown == wrong
    assert wrong[4] == ["blind_index", "blind_index", "constant_time_compare"] * 2


def test_the_way_to_published_results_is_shown(city):
    page = client_of().get("/track/").content.decode()
    assert "按许可编号、决定文书号或者单位名称查询" in page
    assert 'href="/register/"' in page


def test_a_draft_cannot_be_looked_up(city):
    draft = cases.draft_case()
    assert ask(client_of(), str(draft.uid), "").status_code == 422
    assert ask(client_of(), str(draft.uid), "AAAAAAAAAA").status_code == 404


def test_what_is_missing_is_told_beside_its_field(city):
    page = ask(client_of(), "", "").content.decode()
    assert "请填写办件编号。" in page
    assert "请填写查询码。" in page


def test_a_person_is_shown_by_surname_only(city):
    filed = cases.received_case(by="zhangxiaoman").application
    client = client_of()
    ask(client, filed.case_no, filed.query_code)
    page = client.get("/track/case/").content.decode()
    assert "张**" in page
    assert "张小满" not in page


def test_answers_files_and_officers_stay_unseen(city):
    handling = cases.accepted_case()
    client = client_of()
    ask(client, handling.application.case_no, handling.application.query_code)
    page = client.get("/track/case/").content.decode()
    assert "清泉浴室解放碑店" not in page
    assert "材料.pdf" not in page
    assert cases.clerk(handling, "window").name not in page


def test_the_address_of_a_case_opens_nothing_by_itself(filed):
    assert client_of().get("/track/case/")["Location"] == "/track/"


def test_tries_on_one_number_run_out_for_everybody(filed):
    for turn in range(10):
        assert ask(client_of(), filed.case_no, "AAAAAAAAAA", REMOTE_ADDR=f"10.0.0.{turn}").status_code == 404
    refused = ask(client_of(), filed.case_no, filed.query_code, REMOTE_ADDR="10.0.0.99")
    assert refused.status_code == 429
    assert int(refused["Retry-After"]) > 0


def test_tries_from_one_address_run_out_whatever_the_number(filed):
    client = client_of()
    for turn in range(60):
        ask(client, f"{filed.case_no[:-4]}{turn:04d}X", "AAAAAAAAAA", REMOTE_ADDR="10.1.1.1")
    assert ask(client, filed.case_no, filed.query_code, REMOTE_ADDR="10.1.1.1").status_code == 429
    assert ask(client_of(), filed.case_no, filed.query_code, REMOTE_ADDR="10.1.1.2").status_code == 302


def test_who_was_looked_up_stands_in_the_trail(filed):
    ask(client_of(), filed.case_no, filed.query_code)
    assert Entry.objects.filter(action="progress.looked_up", subject_uid=filed.uid).count() == 1

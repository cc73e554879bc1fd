"""What the applicant sees and does at intake beyond the one notice: gaps, the spot, questions, bars."""

from datetime import datetime

import pytest
from django.urls import reverse

from applications.lifecycle import CaseState
from applications.models import CorrectionResult, Inquiry
from hall.clock import freeze
from tests.applications.actions.test_bars import barred
from tests.applications.actions.test_correct import FIELD, MATERIAL, ask
from tests.applications.actions.test_inquire import TEXT, asked
from tests.applications.actions.test_spot_correct import AREA, PLANS, opened
from tests.cast import client_of
from tests.factories.answers import pdf
from tests.factories.cases import accepted_case, draft_case, fresh, received_case, seen

__all__ = ["barred"]
pytestmark = pytest.mark.django_db


def url(handling, *inside):
    return f"/apply/{handling.application.uid}/" + "".join(f"{part}/" for part in inside)


def browser(handling):
    return client_of(handling.application.applicant)


def test_what_cannot_be_supplied_is_explained_beside_its_entry(city):
    handling = received_case()
    ask(handling, FIELD, MATERIAL)
    text = browser(handling).get(url(handling, "correction")).content.decode()
    assert 'name="unsupplied.material-plans"' in text
    sent = {"do": "send", "area": "300", "unsupplied.material-plans": "原设计单位已经注销。"}
    wrong = browser(handling).post(url(handling, "correction"), {**sent, "area": "三百"})
    assert wrong.status_code == 422
    assert "原设计单位已经注销。" in wrong.content.decode()
    assert browser(handling).post(url(handling, "correction"), sent).status_code == 302
    assert handling.application.corrections.get().result == CorrectionResult.INCOMPLETE
    assert fresh(handling).application.state == CaseState.RECEIVED


def test_the_spot_is_corrected_on_one_page(city):
    handling = received_case()
    opened(handling, AREA, PLANS)
    assert f'href="{url(handling, "correction")}"' in browser(handling).get(url(handling)).content.decode()
    text = browser(handling).get(url(handling, "correction")).content.decode()
    assert "少写了一个零" in text
    assert 'name="place_address"' not in text
    assert "unsupplied" not in text
    sent = {"do": "send", "area": "300", "material.plans": pdf("新平面图.pdf")}
    answer = browser(handling).post(url(handling, "correction"), sent)
    assert answer["Location"] == url(handling)
    assert "更正后：" in browser(handling).get(url(handling)).content.decode()
    # Done: the page of it is gone.
    assert browser(handling).get(url(handling, "correction"))["Location"] == url(handling)


def test_mistakes_on_the_spot_are_told_beside_their_questions(city):
    handling = received_case()
    opened(handling)
    answer = browser(handling).post(url(handling, "correction"), {"do": "send", "area": "三百"})
    assert answer.status_code == 422
    assert 'value="三百"' in answer.content.decode()
    same = {"do": "send", "area": handling.application.answers["area"]}
    assert "请更正列出的内容" in browser(handling).post(url(handling, "correction"), same).content.decode()


def test_the_spot_of_another_person_is_as_if_absent(city, stranger):
    handling = received_case()
    opened(handling)
    assert client_of(stranger).get(url(handling, "correction")).status_code == 404
    assert client_of(stranger).post(url(handling, "correction"), {"do": "send", "area": "1"}).status_code == 404


def test_a_question_is_answered_in_words(city):
    handling = accepted_case()
    asked(handling)
    text = browser(handling).get(url(handling)).content.decode()
    assert TEXT in text
    assert "不需要也不能提交材料" in text


def answer_url(handling):
    return reverse("apply:deed", args=[handling.application.uid, "answer_inquiry"])


def test_an_answer_is_sent_once_and_a_blank_one_is_told(city, stranger):
    handling = accepted_case()
    asked(handling)
    told = {"version": seen(handling), "answer": "营业到二十二点。"}
    assert client_of(stranger).post(answer_url(handling), told).status_code == 404
    assert browser(handling).post(answer_url(handling), {**told, "answer": ""}).status_code == 422
    assert browser(handling).post(answer_url(handling), told).status_code == 302
    assert Inquiry.objects.get().answer == "营业到二十二点。"
    assert browser(handling).post(answer_url(handling), told).status_code == 409
    assert "营业到二十二点。" in browser(handling).get(url(handling)).content.decode()


def test_who_is_barred_is_warned_before_filing_and_may_file(barred):
    with freeze(datetime(2026, 12, 1, 9)):
        draft = draft_case()
        client = client_of(draft.applicant)
        text = client.get(f"/apply/{draft.uid}/check/").content.decode()
        assert "您现在受到再次申请的限制" in text
        assert client.post(f"/apply/{draft.uid}/check/", {"truth": "yes"}).status_code == 302
        draft.refresh_from_db()
        assert draft.state == CaseState.RECEIVED
        assert "申请人现在受到再次申请的限制" in client.get(f"/apply/{draft.uid}/").content.decode()


def test_who_is_not_barred_reads_nothing_of_bars(city):
    draft = draft_case()
    assert "限制" not in client_of(draft.applicant).get(f"/apply/{draft.uid}/check/").content.decode()

"""The applicant answers on their own page, the reviewer judges on theirs; strangers see neither."""

from html import unescape

import pytest

from applications.models import Consultation
from tests.cast import client_of
from tests.disclosure.consulting import OBJECTION, SECRET, case_of, marked, objects, words_of
from tests.disclosure.making import CONTENT, again, discloser, published, reviewer, sent
from tracking.disclosure.lifecycle import DisclosureState

pytestmark = pytest.mark.django_db


def own(disclosure, deed="", user=None, **written):
    case = case_of(disclosure)
    browser, address = client_of(user or case.applicant), f"/apply/{case.uid}/"
    if not deed:
        return unescape(browser.get(address).content.decode())
    return browser.post(f"{address}{deed}/", {"version": case.version, **written})


def desk(disclosure, user, deed="", **written):
    address = f"/500103/disclosure/{disclosure.uid}/"
    if not deed:
        return unescape(client_of(user).get(address).content.decode())
    return client_of(user).post(f"{address}{deed}/", {"version": again(disclosure).version, **written})


def test_the_applicant_reads_the_public_words_and_may_object_without_being_asked(city):
    disclosure = sent()
    page = own(disclosure)
    assert "将要公开的内容" in page
    assert CONTENT in page
    assert 'id="deed-object_to_publication"' in page
    assert 'id="deed-consent"' not in page
    assert own(disclosure, "object_to_publication", reason=OBJECTION).status_code == 302
    page = own(disclosure)
    assert "正在处理，处理完以前不公示" in page
    assert 'id="deed-object_to_publication"' not in page


def test_who_was_asked_consents_with_one_button_to_what_stands_on_the_page(city):
    disclosure = marked()
    page = own(disclosure)
    assert words_of(disclosure).sm3 in page
    assert own(disclosure, "consent", words=words_of(disclosure).sm3).status_code == 302
    assert Consultation.objects.get().answer == "consent"


def test_an_objection_without_a_reason_comes_back_beside_its_field(city):
    disclosure = sent()
    assert own(disclosure, "object_to_publication", reason="").status_code == 422
    assert not Consultation.objects.exists()


def test_once_published_the_page_says_so_and_offers_nothing(city):
    disclosure, _record = published()
    page = own(disclosure)
    assert "已公示" in page
    assert 'id="deed-object_to_publication"' not in page
    assert own(disclosure, "object_to_publication", reason=OBJECTION).status_code == 409


def test_a_stranger_answers_nothing(city, applicant_zhang):
    disclosure = marked()
    words = words_of(disclosure).sm3
    assert own(disclosure, "consent", user=applicant_zhang, words=words).status_code == 404
    assert own(disclosure, "object_to_publication", user=applicant_zhang, reason=OBJECTION).status_code == 404
    assert Consultation.objects.get().answer == ""


def test_the_drafter_and_the_reviewer_read_what_was_marked_and_that_it_waits(city):
    disclosure = marked()
    for user in (discloser(), reviewer()):
        assert SECRET in desk(disclosure, user)
    page = desk(disclosure, reviewer())
    assert "现在不能公示" in page
    assert f"/disclosure/{disclosure.uid}/pass/" not in page


def test_the_reviewer_judges_an_objection_on_the_page(city):
    disclosure = sent()
    objects(disclosure)
    page = desk(disclosure, reviewer())
    assert OBJECTION in page
    assert "处理异议" in page
    assert desk(disclosure, reviewer(), "override", ground="", remark="依法公开").status_code == 422
    assert desk(disclosure, reviewer(), "override", ground="law", remark="依法应当公开。").status_code == 302
    assert "通过，报请批准" in desk(disclosure, reviewer())
    assert "依法应当公开。" in own(disclosure)


def test_upheld_in_part_it_goes_back_with_what_has_to_go(city):
    disclosure = sent()
    objects(disclosure)
    done = desk(disclosure, reviewer(), "uphold", ground="TRADE_SECRET", remark="请删去营业面积。")
    assert done.status_code == 302
    assert again(disclosure).state == DisclosureState.DRAFT
    assert "请删去营业面积。" in desk(disclosure, discloser())


def test_whoever_may_not_review_gets_no_form_and_no_deed(city):
    disclosure = sent()
    objects(disclosure)
    assert "处理异议" not in desk(disclosure, discloser())
    assert desk(disclosure, discloser(), "override", ground="law", remark="依法公开。").status_code == 403

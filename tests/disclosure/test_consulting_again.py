"""Other words than those in public are before the applicant first, as those of the first publication were (Art. 32)."""

from datetime import datetime
from html import unescape

import pytest

from applications.models import Consultation
from hall.clock import SHANGHAI, freeze
from hall.errors import NotAllowed, TooLate, WrongState
from hall.notifications.models import Message
from tests.cast import client_of
from tests.disclosure.changing import (
    RIGHT,
    correction_proposed,
    in_effect,
    passed,
    publishing_again_proposed,
    taken_back,
    taken_back_at_once,
)
from tests.disclosure.consulting import case_of, consents, marked, objects, sent_again, words_of
from tests.disclosure.making import CONTENT, again, discloser, head, made_public, reviewer, sent
from tests.disclosure.test_changing_pages import offered, post, read
from tests.factories.cases import staff_member
from tracking.disclosure.actions.objections import override, uphold
from tracking.disclosure.actions.published.judging import return_change
from tracking.disclosure.actions.published.words import only_withholds
from tracking.disclosure.change import ProposedChange
from tracking.disclosure.change_lifecycle import ChangeState
from tracking.disclosure.models import Disclosure
from tracking.register.models import Record

pytestmark = pytest.mark.django_db
OTHER = "准予经营沐浴场所，营业面积 210 平方米。"
WHY = "许可决定依法应当公开。"
TUESDAY = datetime(2026, 11, 10, 10, tzinfo=SHANGHAI)


def published_of_a_secret() -> Disclosure:
    """Its applicant marked a secret, was asked, and consented to the words in public."""
    disclosure = marked()
    consents(disclosure)
    return made_public(disclosure)


def own(disclosure) -> str:
    case = case_of(disclosure)
    return unescape(client_of(case.applicant).get(f"/apply/{case.uid}/").content.decode())


def words_on(disclosure) -> str:
    """The part of the applicant's page that tells of the publication, with its heading."""
    page = own(disclosure)
    start = page.index('id="public-words"')
    return page[start : page.index("</section>", start)]


def in_public() -> str:
    return Record.objects.get().content


def test_the_applicant_reads_what_stands_and_what_is_to_come_and_may_object(city):
    disclosure = correction_proposed(content=OTHER)
    page = words_on(disclosure)
    assert page.index("已公开的内容") < page.index(CONTENT) < page.index("将要公开的内容") < page.index(OTHER)
    page = own(disclosure)
    assert ('id="deed-object_to_publication"' in page, 'id="deed-consent"' in page) == (True, False)
    told = Message.objects.filter(recipient=case_of(disclosure).applicant).latest("id").text
    assert "将要按新的内容公示" in told


def test_nobody_is_waited_for_who_marked_nothing(city):
    in_effect(correction_proposed(content=OTHER))
    assert (in_public(), Consultation.objects.count()) == (OTHER, 0)


def test_who_marked_a_secret_is_asked_again_for_the_same_period(city):
    with freeze(TUESDAY):
        disclosure = correction_proposed(published_of_a_secret(), content=OTHER)
        asked = Consultation.objects.latest("id")
        assert asked.due is not None
        assert (asked.due.isoformat(), asked.closed_at) == ("2026-12-01", None)
        with pytest.raises(WrongState) as told:
            passed(disclosure)
        assert "正在征求申请人的意见" in str(told.value.message)
    with freeze(datetime(2026, 12, 2, 9, tzinfo=SHANGHAI)):
        in_effect(disclosure)
    assert in_public() == OTHER


def test_consent_to_the_new_words_lets_them_go_on_at_once(city):
    disclosure = correction_proposed(published_of_a_secret(), content=OTHER)
    consents(disclosure)
    in_effect(disclosure)
    assert in_public() == OTHER


def test_what_only_leaves_more_out_waits_for_nobody(city):
    before = "准予经营沐浴场所，热水循环采用专有配方，营业面积 120 平方米。"
    disclosure = marked()
    consents(disclosure)
    disclosure = in_effect(correction_proposed_with_consent(made_public(disclosure), before))
    asked = Consultation.objects.count()
    rest = "准予经营沐浴场所，营业面积 120 平方米。"
    disclosure = correction_proposed(disclosure, content=rest, part_ground="TRADE_SECRET", public_reason="scope")
    assert "将要公开的内容" not in words_on(disclosure)
    in_effect(disclosure)
    assert (in_public(), Consultation.objects.count()) == (rest, asked)
    assert rest in words_on(disclosure)


def correction_proposed_with_consent(disclosure: Disclosure, content: str) -> Disclosure:
    disclosure = correction_proposed(disclosure, content=content)
    consents(disclosure)
    return disclosure


@pytest.mark.parametrize(
    ("content", "withholds"),
    [
        ("准予经营。", True),
        ("准予经营，面积 *** 平方米。", True),
        ("面积 120 平方米，准予经营。", False),
        ("准予经营，面积 12 平方米。", False),
        ("准予，面积 120 平方米。", False),
        ("准予经营，面积 120 平方米，采用专有配方。", False),
    ],
)
def test_leaving_out_is_of_whole_clauses_or_of_starred_signs(content, withholds):
    before = dict.fromkeys(["grantee", "part_ground", "document_number", "valid_from", "valid_to"], "")
    after = before | {"content": content}
    assert only_withholds(before | {"content": "准予经营，面积 120 平方米。"}, after) == withholds
    assert not only_withholds(before | {"content": "准予经营，面积 120 平方米。"}, after | {"valid_to": "2030-01-01"})


def test_what_comes_again_is_shown_again_though_it_leaves_out(city):
    disclosure = publishing_again_proposed(taken_back(published_of_a_secret()), content="准予从事。")
    page = words_on(disclosure)
    assert page.index("已撤下的内容") < page.index("将要公开的内容") < page.index("准予从事。")
    with pytest.raises(WrongState):
        passed(disclosure)
    consents(disclosure)
    in_effect(disclosure)
    assert in_public() == "准予从事。"


def test_who_objected_before_is_asked_also_about_the_very_words_that_were_not_published(city):
    disclosure = sent()
    objects(disclosure)
    disclosure = again(disclosure)
    disclosure = uphold(disclosure.uid, reviewer(), seen=disclosure.version, ground="TRADE_SECRET", remark="删去面积。")
    disclosure = made_public(sent_again(disclosure, content=RIGHT))
    disclosure = correction_proposed(disclosure, content=CONTENT)
    page = own(disclosure)
    assert all(f'id="deed-{deed}"' in page for deed in ("consent", "object_to_publication"))
    with pytest.raises(WrongState):
        passed(disclosure)


def test_an_objection_is_judged_before_anything_else(city):
    disclosure = correction_proposed(content=OTHER)
    objects(disclosure)
    disclosure = again(disclosure)
    for deed in (passed, lambda one: return_change(one.uid, reviewer(), seen=one.version, remark="请修改")):
        with pytest.raises(WrongState) as told:
            deed(disclosure)
        assert "有异议" in str(told.value.message)
    override(disclosure.uid, reviewer(), seen=disclosure.version, ground="law", remark=WHY)
    in_effect(disclosure)
    assert in_public() == OTHER
    assert WHY in words_on(disclosure)


def test_upheld_the_words_go_back_and_what_stands_stays(city):
    disclosure = correction_proposed(content=OTHER)
    objects(disclosure)
    disclosure = again(disclosure)
    uphold(disclosure.uid, reviewer(), seen=disclosure.version, ground="TRADE_SECRET", remark="新的面积不公开。")
    assert ProposedChange.objects.get().state == ChangeState.RETURNED
    assert in_public() == CONTENT
    # What stands is still public: nobody tells them that it is not.
    told = Message.objects.filter(recipient=case_of(disclosure).applicant).latest("id").text
    assert "异议成立，变更后的内容不予公开" in told
    page = words_on(disclosure)
    assert ("新的面积不公开。" in page, "将要公开的内容" in page, OTHER in page) == (True, False, False)
    assert "新的面积不公开。" in read(discloser(), disclosure)


def test_one_that_comes_before_the_head_is_judged_by_the_head(city):
    disclosure = passed(correction_proposed(content=OTHER))
    objects(disclosure)
    disclosure = again(disclosure)
    for stranger in (reviewer(), discloser(), staff_member("wz-head")):
        with pytest.raises(NotAllowed):
            override(disclosure.uid, stranger, seen=disclosure.version, ground="law", remark=WHY)
    override(disclosure.uid, head(), seen=disclosure.version, ground="law", remark=WHY)
    in_effect(disclosure)
    assert in_public() == OTHER


def test_the_reviewer_s_page_says_that_it_waits_and_offers_the_objection(city):
    disclosure = correction_proposed(published_of_a_secret(), content=OTHER)
    page = read(reviewer(), disclosure)
    assert ("正在征求申请人的意见" in page, offered(reviewer(), disclosure)) == (True, {"at_once", "return_change"})
    objects(disclosure)
    page = read(reviewer(), disclosure)
    assert ("处理异议" in page, "退回变更并告知申请人" in page) == (True, True)
    assert "退回变更并告知申请人" not in read(discloser(), disclosure)
    assert post(reviewer(), disclosure, "uphold", ground="TRADE_SECRET", remark="") == 422
    assert post(reviewer(), disclosure, "uphold", ground="TRADE_SECRET", remark="不公开。") == 302


def test_what_goes_back_or_is_overtaken_is_asked_no_more(city):
    disclosure = correction_proposed(published_of_a_secret(), content=OTHER)
    return_change(disclosure.uid, reviewer(), seen=disclosure.version, remark="请修改")
    assert "没有答复，现在不再需要答复" in words_on(disclosure)
    with pytest.raises(TooLate):
        objects(disclosure)
    disclosure = correction_proposed(again(disclosure), content=OTHER)
    objects(disclosure)
    taken_back_at_once(again(disclosure))
    assert not Consultation.objects.filter(closed_at=None).exists()
    assert "将要公开的内容" not in words_on(disclosure)


def test_a_stranger_reads_and_says_nothing(city, applicant_zhang):
    disclosure = correction_proposed(content=OTHER)
    case = case_of(disclosure)
    assert client_of(applicant_zhang).get(f"/apply/{case.uid}/").status_code == 404
    answer = client_of(applicant_zhang).post(
        f"/apply/{case.uid}/object_to_publication/", {"version": case.version, "reason": "不公开。"}
    )
    assert answer.status_code == 404
    assert not Consultation.objects.exists()


def test_each_heading_is_true_at_its_moment(city):
    disclosure = sent()
    assert "将要公开的内容" in words_on(disclosure)
    disclosure = made_public(disclosure)
    page = words_on(disclosure)
    assert ("已公开的内容" in page, "将要公开的内容" in page) == (True, False)
    disclosure = taken_back(disclosure)
    page = words_on(disclosure)
    assert ("已撤下的内容" in page, "将要公开的内容" in page, "已公开的内容" in page) == (True, False, False)
    in_effect(publishing_again_proposed(disclosure))
    page = words_on(disclosure)
    assert page.index("已公开的内容") < page.index(RIGHT)
    assert ("已撤下的内容" in page, CONTENT in page) == (False, False)
    assert words_of(disclosure).is_published
